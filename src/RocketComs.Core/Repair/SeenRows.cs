using System.Security.Cryptography;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Repair;

/// <summary>Knows a row that comes again: the same number, in whatever spelling, with the same text.</summary>
/// <remarks>
/// Only rows whose number stands twice are remembered, as the first 128 bits of SHA-256 over number and text: 16 bytes, however long the
/// text. No two inputs with equal digests are known; among ten million rows the chance of a pair by accident is below 10^-24, far below
/// that of a fault of the disk.
/// </remarks>
internal sealed class SeenRows : IDisposable
{
    private readonly AssignableNumbers _numbers;
    private readonly HashSet<ulong> _repeated;
    private readonly HashSet<(ulong, ulong)> _seen = [];
    private readonly SHA256 _hash = SHA256.Create();

    /// <param name="defaultRegion">The region of the numbers without a country code.</param>
    /// <param name="repeatedNumbers">The numbers that stand in more than one row, in any spelling.</param>
    public SeenRows(string defaultRegion, IEnumerable<string> repeatedNumbers)
    {
        _numbers = new AssignableNumbers(defaultRegion);
        _repeated = [.. repeatedNumbers.Select(number => _numbers.KeyOf(PhoneCell.Read(number).Number))];
    }

    /// <summary>Notes a row.</summary>
    /// <returns>Whether it comes for the first time.</returns>
    public bool Add(in RepairedRow row)
    {
        if (_repeated.Count == 0)
        {
            return true;
        }

        ulong key = _numbers.KeyOf(row.Number);
        if (!_repeated.Contains(key))
        {
            return true;
        }

        byte[] digest = _hash.ComputeHash([.. BitConverter.GetBytes(key), .. row.Message]);
        return _seen.Add((BitConverter.ToUInt64(digest, 0), BitConverter.ToUInt64(digest, sizeof(ulong))));
    }

    public void Dispose() => _hash.Dispose();
}
