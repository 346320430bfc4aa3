using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC113.</summary>
public class PlaceholderRuleTests
{
    private const string Good = "2025550100,Hello\n";

    [Theory]
    [InlineData("Hello {name}", "{name}")]
    [InlineData("Hello {First Name}!", "{First Name}")]
    [InlineData("Hello { first_name }", "{ first_name }")]
    [InlineData("Hello {date of birth}", "{date of birth}")]
    [InlineData("Hello {contact.first-name}", "{contact.first-name}")]
    [InlineData("Hello {name|there}", "{name|there}")]
    [InlineData("Hello {0}", "{0}")]
    [InlineData("Hello {12}", "{12}")]
    [InlineData("Hello {_}", "{_}")]
    [InlineData("Hello {имя}", "{имя}")]
    [InlineData("Hello {名前}", "{名前}")]
    [InlineData("Hello ${name}", "{name}")]
    [InlineData("Hello {{first name}}", "{{first name}}")]
    [InlineData("Hello {{ name | default: 'you' }}", "{{ name | default: 'you' }}")]
    [InlineData("Hello {{{name}}}", "{{{name}}}")]
    [InlineData("Hello {{{{name}}}}", "{{{name}}}")]
    [InlineData("Hello {{name}", "{name}")]
    [InlineData("Hello {{name}x}", "{name}")]
    [InlineData("{% if x %}Hello", "{% if x %}")]
    [InlineData("Hello [[name]]", "[[name]]")]
    [InlineData("Hello [[[name]]]", "[[name]]")]
    [InlineData("Hello %name%", "%name%")]
    [InlineData("Hello %%FIRST_NAME%%,", "%FIRST_NAME%")]
    [InlineData("Hello\\n%name%", "%name%")]
    [InlineData("50% off for %name%", "%name%")]
    [InlineData("%balance%", "%balance%")]
    [InlineData("https://example.com/a\\n%balance%", "%balance%")]
    [InlineData("https://example.com/a %balance%", "%balance%")]
    [InlineData("https://example.com/%code%", "%code%")]
    [InlineData("https://example.com/{id}", "{id}")]
    [InlineData(":-{ {name}", "{name}")]
    [InlineData("100% {name}", "{name}")]
    [InlineData("Hello {!Contact.FirstName}", "{!Contact.FirstName}")]
    [InlineData("Hello {!Lead.Name}", "{!Lead.Name}")]
    [InlineData("Hello {$first_name}", "{$first_name}")]
    [InlineData("Dear {#var#}, your code", "{#var#}")]
    [InlineData("Hello *|FNAME|*", "*|FNAME|*")]
    [InlineData("*|IF:VIP|* Hello", "*|IF:VIP|*")]
    [InlineData("Hello <<Name>>", "<<Name>>")]
    [InlineData("Hello <<First Name>>", "<<First Name>>")]
    [InlineData("Due <<Appt_Day>>", "<<Appt_Day>>")]
    [InlineData("Hello ((name))", "((name))")]
    [InlineData("Hello ((First Name))", "((First Name))")]
    [InlineData("Hello #NAME#", "#NAME#")]
    [InlineData("Hello #FirstName#!", "#FirstName#")]
    [InlineData("Hello #first_name#", "#first_name#")]
    [InlineData("Hello ##FNAME##", "##FNAME##")]
    [InlineData("Hello $name$", "$name$")]
    [InlineData("Hello @@name@@", "@@name@@")]
    [InlineData("Hello @@First_Name@@", "@@First_Name@@")]
    [InlineData("Hello [First Name]", "[First Name]")]
    [InlineData("[First Name], doors open", "[First Name]")]
    [InlineData("Hello [NAME]", "[NAME]")]
    [InlineData("Hello [FirstName]", "[FirstName]")]
    [InlineData("Hello [FNAME]", "[FNAME]")]
    [InlineData("Hello [customer_name]", "[customer_name]")]
    [InlineData("This is [Your Name]", "[Your Name]")]
    [InlineData("Order [Order Number] is here", "[Order Number]")]
    [InlineData("See you on [Date]", "[Date]")]
    [InlineData("Click [link]", "[link]")]
    [InlineData("Hello [ First Name ]", "[ First Name ]")]
    [InlineData("Hello [NAME_]", "[NAME_]")]
    [InlineData("Hello [FIRSTNAME]", "[FIRSTNAME]")]
    [InlineData("Hello [CUSTOMERNAME]", "[CUSTOMERNAME]")]
    [InlineData("Hello [YourFirstName]", "[YourFirstName]")]
    [InlineData("Hello [Guest No]", "[Guest No]")]
    [InlineData("Hello %%name%%", "%name%")]
    [InlineData("Hello %%=v(@FirstName)=%%", "%%=v(@FirstName)=%%")]
    [InlineData("Hello %FIRSTNAME%", "%FIRSTNAME%")]
    [InlineData("Hello <%= name %>", "<%= name %>")]
    [InlineData("Hello <%name%>", "<%name%>")]
    [InlineData("Hello {%x%}", "{%x%}")]
    [InlineData("Hello {{#if vip}}", "{{#if vip}}")]
    [InlineData("Hello {!x}", "{!x}")]
    [InlineData("((name)), hello", "((name))")]
    [InlineData("<<Name>>, hello", "<<Name>>")]
    [InlineData("<%name%>, hello", "<%name%>")]
    [InlineData("@@name@@, hello", "@@name@@")]
    [InlineData("Hello [GUESTNO]", "[GUESTNO]")]
    [InlineData("Hello {@name}", "{@name}")]
    [InlineData("Hello {#name}", "{#name}")]
    [InlineData("Hello %id%", "%id%")]
    [InlineData("Hello {one two three}", "{one two three}")]
    [InlineData("Hello {one-two}", "{one-two}")]
    [InlineData("See https://example.com/%agy% now", "%agy%")]
    [InlineData("See https://example.com/%gay% now", "%gay%")]
    public void Placeholder_is_named(string text, string placeholder)
    {
        RcBatchCsvReport report = Check(Good + $"2025550101,\"{text}\"\n");
        RcBatchCsvIssue issue = Single(report, "RC113");
        Assert.Equal((2L, 2L, "Message", text), Place(issue));
        Assert.Equal((RcIssueSeverity.Warning, "RC113", true), (issue.Severity, Fired(report), report.IsValid));
        Assert.Equal($"The text contains the placeholder {placeholder}; the recipient would read it as it stands.", issue.Message);
        Assert.Equal($"Write the value instead of {placeholder}, or remove it.", issue.Suggestion);
    }

    [Theory]
    [InlineData("Your balance is #N/A", "#N/A")]
    [InlineData("#N/A", "#N/A")]
    [InlineData("Order ##REF! is here", "#REF!")]
    [InlineData("Hello #NAME?", "#NAME?")]
    [InlineData("Pay #VALUE!, please", "#VALUE!")]
    [InlineData("Pay #DIV/0! by #1 May", "#DIV/0!")]
    [InlineData("Paga #\u00A1VALOR! hoy", "#\u00A1VALOR!")]
    [InlineData("See https://example.com/?id=#N/A", "#N/A")]
    [InlineData("Hello [object Object]", "[object Object]")]
    [InlineData("[object Object], doors open", "[object Object]")]
    [InlineData("Hello [object Undefined]", "[object Undefined]")]
    [InlineData("Hello System.Object[]!", "System.Object[]")]
    [InlineData("System.String[]", "System.String[]")]
    [InlineData("Hello System.Collections.Generic.List`1[System.String]", "System.Collections.Generic.List`1[System.String]")]
    [InlineData("Hello @{First=Ann; Last=Lee}", "@{First=Ann; Last=Lee}")]
    [InlineData("Hello @{First=Ann; Last=", "@{First=")]
    [InlineData("Hi $($_.First), see you", "$($_.First)")]
    [InlineData("Hi $_.First", "$_.First")]
    [InlineData("Hi $env:USER", "$env:USER")]
    [InlineData("Hi $_.a0z9 there", "$_.a0z9")]
    [InlineData("See System.Text#N/A", "#N/A")]
    public void What_a_program_writes_for_no_value_is_named(string text, string value)
    {
        RcBatchCsvIssue issue = Single(Check(Good + $"2025550101,\"{text}\"\n"), "RC113");
        Assert.Equal((2L, 2L, "Message", text), Place(issue));
        Assert.Equal($"The text contains {value}, which stands for a missing value; the recipient would read it as it stands.", issue.Message);
        Assert.Equal($"Write the value instead of {value}, or remove it.", issue.Suggestion);
    }

    [Theory]
    [InlineData("50% off, 20% more")]
    [InlineData("100%")]
    [InlineData("50%off%")]
    [InlineData("5 % off and 3 % more")]
    [InlineData("up to %50 or %60")]
    [InlineData("%x%")]
    [InlineData("a %50% b")]
    [InlineData("a %5th% b")]
    [InlineData("%first name%")]
    [InlineData("%-name%")]
    [InlineData("%name.%")]
    [InlineData("5 > 3 [10%]")]
    [InlineData("{}")]
    [InlineData("{ }")]
    [InlineData("{{}}")]
    [InlineData("{{ - }}")]
    [InlineData("{%}")]
    [InlineData("{% %}")]
    [InlineData(":-{")]
    [InlineData(":-{ sad :-}")]
    [InlineData("{^_^}")]
    [InlineData("{…}")]
    [InlineData("{😀}")]
    [InlineData("{482913}")]
    [InlineData("{10.50}")]
    [InlineData("{name")]
    [InlineData("name}")]
    [InlineData("}name{")]
    [InlineData("{one two three four}")]
    [InlineData("{two  blanks}")]
    [InlineData("{a+b}")]
    [InlineData("{\\nname\\n}")]
    [InlineData("<name> #name @name $name *name* _name_ (name)")]
    [InlineData("[[]] [[shop] [[a+b]]")]
    [InlineData("https://example.com/caf%C3%A9t%C3%A9")]
    [InlineData("https://example.com/a%20b%20c%2Fd%2fe")]
    [InlineData("https://example.com/%7Bname%7D")]
    [InlineData("You are [first], she is [last], [no]")]
    [InlineData("Hello [Contact First] and [Contact Last]")]
    [InlineData("Hello [firstfirst] [xname] [nameshop]")]
    [InlineData("System.Object[ is open")]
    [InlineData("{123}")]
    [InlineData("https://example.com/%a%")]
    [InlineData("% name%")]
    [InlineData("# name# #name #")]
    [InlineData("#### sale")]
    [InlineData("<%<x%>")]
    [InlineData("*|*x|*")]
    [InlineData("((_sale))")]
    [InlineData("See /((name))")]
    [InlineData("{$5}")]
    [InlineData("{!}")]
    [InlineData("{%%}")]
    [InlineData("{|there}")]
    [InlineData("{-name}")]
    [InlineData("#name#x x#name#")]
    [InlineData("#shop name ##")]
    [InlineData("https://example.com/%afy%20")]
    [InlineData("https://example.com/%FAy%20")]
    [InlineData("((shop open))")]
    [InlineData("[[]]")]
    [InlineData("Pay $_. and $env: now")]
    public void Near_miss_fires_nothing(string text) => Assert.Equal(string.Empty, Fired(Check(Good + $"2025550101,\"{text}\"\n")));

    [Fact]
    public void First_is_named_and_the_others_are_counted()
    {
        RcBatchCsvIssue issue = Single(Check("2025550101,{a} {} %name%% https://x.com/{b}%C3%A9t%C3%A9 [[c]] {{d}}\n"), "RC113");
        Assert.StartsWith("The text contains the placeholder {a} and 4 more;", issue.Message, StringComparison.Ordinal);
        Assert.Equal("Write the value instead of {a}, or remove it.", issue.Suggestion);
    }

    [Fact]
    public void Address_ends_with_its_word() =>
        Assert.StartsWith("The text contains the placeholder {a} and 1 more;", Single(Check("2025550101,https://example.com/{a} ((name))\n"), "RC113").Message, StringComparison.Ordinal);

    [Fact]
    public void First_is_named_whatever_it_is()
    {
        string message = Single(Check("2025550101,Hello #N/A {a} [object Object]\n"), "RC113").Message;
        Assert.StartsWith("The text contains #N/A, which stands for a missing value, and 2 more;", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_is_that_of_the_placeholder()
    {
        RcBatchCsvIssue issue = Single(Check(Good + "\"2025550101\",\"one\\n\r\ntwo {\r\r{name}\n{b}\"\n"), "RC113");
        Assert.Equal((5L, 2L, "Message"), (issue.Line, issue.Row, issue.Column));
    }

    [Theory]
    [InlineData(78, "RC113")]
    [InlineData(79, "RC113")]
    [InlineData(80, "")]
    public void Placeholder_ends_within_eighty_bytes(int letters, string fired) => Assert.Equal(fired, Fired(Check($"2025550101,{{{new string('a', letters)}}}\n")));

    [Theory]
    [InlineData("2025550101,{name},x\n", "RC003")]
    [InlineData("20255501,{name}\n", "RC005 RC113")]
    public void Text_that_a_comma_cut_is_not_judged_but_one_beside_a_wrong_number_is(string row, string fired) => Assert.Equal(fired, Fired(Check(row)));

    [Theory]
    [InlineData("{")]
    [InlineData("{{a")]
    [InlineData("%")]
    [InlineData("% a")]
    [InlineData("[[")]
    [InlineData("[[a b")]
    [InlineData("{a|")]
    [InlineData("aaaaaaaa")]
    [InlineData("#")]
    [InlineData("#N/A2")]
    [InlineData("System.a[")]
    [InlineData("@{a")]
    [InlineData("[object ")]
    public void Very_long_text_is_read_once(string part)
    {
        RcBatchCsvReport report = Check($"2025550101,{string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length))} . {{name}}\n");
        Assert.StartsWith("The text contains the placeholder {name};", Single(report, "RC113").Message, StringComparison.Ordinal);
    }
}
