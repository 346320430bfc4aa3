using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public class LayoutProbeTests
{
    [Theory]
    [InlineData("1,23777E+09;Hello\n2025554445;Hello\n", ';')]
    [InlineData("1.23777E+09;Hello\n", ';')]
    [InlineData("Name;Phone;Text\nAnn;2025554444;Hello\n", ';')]
    [InlineData("Name;Phone;Text\n", ';')]
    [InlineData("sep=;\n2025554444;Hello\n", ';')]
    [InlineData("SEP=\t\r\nx,y\r\n", '\t')]
    [InlineData("x1\tHello\n", '\t')]
    [InlineData("x1\tHello, you\nx2\tHello\n", '\t')]
    [InlineData("12377\nabc\n2025554444;Hello\n2025554445;Hello\n", ';')]
    public void Other_delimiter_is_found(string head, char delimiter) => Assert.Equal(delimiter, SourceFormat.Detect(new BytesSource(Encoding.UTF8.GetBytes(head))).Separator);

    [Theory]
    [InlineData("2025554444;2025554445,Hello\n2025554446,Hello\n2025554447,Hello\n")]
    [InlineData("2025554444,Doors open; come in\n2025554445,Come in; sit down\n2025554446,a;b;c\n")]
    [InlineData("x1,one;two\nx2,three;four\n")]
    [InlineData("1.23777E+09,one;two\n")]
    [InlineData("sep=,\n2025554444,one;two\n")]
    [InlineData("sep=\n")]
    [InlineData("Hello; you\nHello\n")]
    [InlineData("\n \r\n")]
    [InlineData("")]
    public void Comma_stays_where_nothing_else_parts_the_columns(string head) => Assert.Equal(',', SourceFormat.Detect(new BytesSource(Encoding.UTF8.GetBytes(head))).Separator);
}
