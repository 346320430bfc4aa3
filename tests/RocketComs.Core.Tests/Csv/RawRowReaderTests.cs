using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public class RawRowReaderTests
{
    [Theory]
    [InlineData("1,a\n2,b\n", "1,a\n|2,b\n")]
    [InlineData("1,a\r\n2,\"b\r\nc\"\r\n3,d", "1,a\r\n|2,\"b\r\nc\"\r\n|3,d")]
    [InlineData("1,a\r2,b\r", "1,a\r|2,b\r")]
    [InlineData("\n1,a\n\n , \n2,b\n\n", "1,a\n|2,b\n")]
    [InlineData("1,\u00e9\n", "1,\u00e9\n")]
    [InlineData("", "")]
    public void Row_comes_as_it_stands_when_the_next_one_is_read(string text, string rows)
    {
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(false), Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            using RawRowReader reader = new(new BytesSource([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
            List<string> found = [];
            bool isThere = reader.Read();
            Assert.False(reader.HasBefore);
            while (isThere)
            {
                isThere = reader.Read();
                Assert.True(reader.HasBefore);
                found.Add(encoding.GetString(reader.Before.ToArray()));
            }

            Assert.Equal(rows, string.Join("|", found));
            Assert.Equal(encoding.GetPreamble(), reader.Mark);
        }
    }
}
