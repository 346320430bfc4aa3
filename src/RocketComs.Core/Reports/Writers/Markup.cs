using System.Globalization;
using System.Xml;

namespace RocketComs.Core.Reports.Writers;

/// <summary>Writes elements as a browser and an XML reader both understand them: no element but a void one closes itself.</summary>
internal static class Markup
{
    public const string Svg = "http://www.w3.org/2000/svg";

    /// <summary>Writes an element.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="content">Writes what stands in it.</param>
    public static void Element(this XmlWriter xml, string name, IEnumerable<(string Name, string Value)> attributes, Action content)
    {
        xml.Begin(name, attributes);
        content();
        xml.WriteFullEndElement();
    }

    /// <summary>Writes an element with a text.</summary>
    public static void Element(this XmlWriter xml, string name, string text, params (string Name, string Value)[] attributes)
    {
        xml.Begin(name, attributes);
        xml.WriteString(text);
        xml.WriteFullEndElement();
    }

    /// <summary>Writes an element that holds nothing: a void one of HTML, or a shape.</summary>
    public static void Empty(this XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.Begin(name, attributes);
        xml.WriteEndElement();
    }

    /// <summary>Writes a rectangle.</summary>
    public static void Rectangle(this XmlWriter xml, string kind, double x, double y, double width, double height) => xml.Empty(
        "rect", ("class", kind), ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)));

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static void Begin(this XmlWriter xml, string name, IEnumerable<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach ((string attribute, string value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }
    }
}
