using System.Text;
using RocketComs.Core.Rules.Engine;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>The pieces of a file, in its order, whichever thread checks them.</summary>
public sealed class OrderedPiecesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Pieces_come_in_the_order_of_the_file_each_checked_once(int threads)
    {
        const string File = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n";
        int checks = 0;
        using OrderedPieces pieces = new(new FilePieceReader(new MemoryStream(Encoding.ASCII.GetBytes(File)), 8), threads, _ => Interlocked.Increment(ref checks));
        StringBuilder read = new();
        List<(long Offset, long Line, long NextLine, bool IsLast)> places = [];
        while (pieces.Next() is { } piece)
        {
            Assert.True(piece.IsChecked);
            read.Append(Encoding.ASCII.GetString(piece.Bytes, 0, piece.Length));
            places.Add((piece.Offset, piece.Line, piece.NextLine, piece.IsLast));
            pieces.Free(piece);
        }

        Assert.Equal((File, places.Count), (read.ToString(), checks));
        Assert.Equal([(0, 1, 2, false), (4, 2, 3, false), (8, 3, 4, false), (14, 4, 5, false), (19, 5, 6, false), (24, 6, 7, false), (28, 7, 8, true)], places);
        Assert.Null(pieces.Next());
    }

    [Fact]
    public void Piece_that_is_given_back_is_used_again()
    {
        using OrderedPieces pieces = new(new FilePieceReader(new MemoryStream("one\ntwo\nthree\n"u8.ToArray()), 8), 1, _ => { });
        FilePiece first = pieces.Next()!;
        FilePiece second = pieces.Next()!;
        Assert.NotSame(first, second);
        pieces.Free(first);
        Assert.Same(first, pieces.Next());
    }

    [Fact]
    public void What_cannot_be_read_is_told_once_and_ends_the_file()
    {
        using OrderedPieces pieces = new(new FilePieceReader(new BrokenStream(), 8), 1, _ => { });
        Assert.Equal("gone", Assert.Throws<IOException>(() => pieces.Next()).Message);
        Assert.Null(pieces.Next());
    }

    [Fact]
    public void What_goes_wrong_with_a_piece_is_told_in_its_place()
    {
        using OrderedPieces pieces = new(
            new FilePieceReader(new MemoryStream("one\ntwo\nthree\n"u8.ToArray()), 8), 2, piece => _ = piece.Line == 2 ? throw new InvalidOperationException("second") : 0);
        Assert.Equal(1, pieces.Next()!.Line);
        Assert.Equal("second", Assert.Throws<InvalidOperationException>(() => pieces.Next()).Message);
        Assert.Equal(3, pieces.Next()!.Line);
    }

    [Fact]
    public void Nothing_is_read_after_the_end_of_the_work()
    {
        OrderedPieces pieces = new(new FilePieceReader(new MemoryStream("one\ntwo\nthree\n"u8.ToArray()), 8), 1, _ => { });
        pieces.Next();
        pieces.Dispose();
        Assert.Null(pieces.Next());
    }

    [Fact]
    public async Task End_of_the_work_waits_for_who_still_checks()
    {
        using ManualResetEventSlim begun = new();
        using ManualResetEventSlim goesOn = new();
        OrderedPieces pieces = new(new FilePieceReader(new MemoryStream("one\ntwo\n"u8.ToArray()), 8), 2, _ =>
        {
            begun.Set();
            goesOn.Wait();
        });
        begun.Wait(TestContext.Current.CancellationToken);
        Task end = Task.Run(pieces.Dispose, TestContext.Current.CancellationToken);
        Assert.NotSame(end, await Task.WhenAny(end, Task.Delay(20, TestContext.Current.CancellationToken)));
        goesOn.Set();
        await end;
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("gone");

        public override int Read(Span<byte> buffer) => throw new IOException("gone");
    }
}
