using System.Globalization;
using AngleSharp.Dom;

namespace Kiosk.Ingest.Cleaning;

/// <summary>The attributes that elements keep, written out and escaped, each with a space in front.</summary>
internal sealed class Attributes(SafeUrl urls)
{
    private const int MaxText = 1000;
    private const int WidestPixel = 2;

    /// <summary>Those of a formatting element; null if the element says nothing without them and is to be unwrapped.</summary>
    public string? OfFormat(IElement element, string tag) => tag switch
    {
        "a" => urls.Link(element.GetAttribute("href")) is { } url ? OfLink(url) : null,
        "abbr" => Text("title", element.GetAttribute("title")),
        "time" => Date(element.GetAttribute("datetime")),
        _ => "",
    };

    /// <summary>Those of a link to an address that <see cref="SafeUrl"/> let through.</summary>
    public static string OfLink(string url) =>
        Attribute("href", url) + (url.StartsWith("http", StringComparison.Ordinal) ? Attribute("rel", "noopener noreferrer nofollow external") : "");

    /// <summary>Those of an image; null if it has no address that can be shown, or only counts visits.</summary>
    public string? OfImage(IElement image)
    {
        if (IsPixel(image.GetAttribute) || ImageSource.Of(image, urls) is not { } url)
            return null;
        return Attribute("src", url) + Attribute("alt", Short(image.GetAttribute("alt")))
            + Number("width", Number(image.GetAttribute("width"), 0, 20_000)) + Number("height", Number(image.GetAttribute("height"), 0, 20_000));
    }

    /// <summary>True for an image of a pixel or two, which only counts visits.</summary>
    public static bool IsPixel(Func<string, string?> attribute) =>
        Number(attribute("width"), 0, WidestPixel) is not null || Number(attribute("height"), 0, WidestPixel) is not null;

    /// <summary>Of an ordered list how it counts: whoever cites a law by "onder b" must find that letter.</summary>
    public static string OfContainer(IElement element, string tag)
    {
        if (tag != "ol")
            return "";
        var start = Number(element.GetAttribute("start"), -9_999, 99_999);
        var type = element.GetAttribute("type")?.Trim();
        var isReversed = element.HasAttribute("reversed");
        return (start == 1 && !isReversed ? "" : Number("start", start)) + (type is "a" or "A" or "i" or "I" ? Attribute("type", type) : "")
            + (isReversed ? Attribute("reversed", "") : "");
    }

    public static string OfItem(INode item) =>
        item is IElement { LocalName: "li" } element ? Number("value", Number(element.GetAttribute("value"), -9_999, 99_999)) : "";

    public static string OfCell(IElement cell)
    {
        var scope = cell.GetAttribute("scope")?.Trim().ToLowerInvariant();
        return Number("colspan", Number(cell.GetAttribute("colspan"), 2, 100)) + Number("rowspan", Number(cell.GetAttribute("rowspan"), 2, 1_000))
            + (cell.LocalName == "th" && scope is "col" or "row" or "colgroup" or "rowgroup" ? Attribute("scope", scope) : "");
    }

    private static string? Text(string name, string? value)
    {
        var text = Short(value);
        return text.Length == 0 ? null : Attribute(name, text);
    }

    private static string? Date(string? value)
    {
        var date = value?.Trim() ?? "";
        var isDate = date.Length is > 0 and <= 40 && date.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':' or '+' or '.' or ' ');
        return isDate ? Attribute("datetime", date) : null;
    }

    private static string Short(string? value)
    {
        var text = PlainText.Fold(Characters.Repair(value));
        return text.Length <= MaxText ? text : Excerpt.Of(text, MaxText);
    }

    /// <summary>The leading digits, as HTML reads numbers (<c>100px</c> is 100); null if there are none or they are out of bounds, and for a share (<c>100%</c>).</summary>
    private static int? Number(string? value, int min, int max)
    {
        var text = (value ?? "").Trim();
        var length = text.StartsWith('-') ? 1 : 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
            length++;
        return !text.EndsWith('%') && int.TryParse(text.AsSpan(0, length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max ? number : null;
    }

    private static string Number(string name, int? value) =>
        value is { } number ? Attribute(name, number.ToString(CultureInfo.InvariantCulture)) : "";

    private static string Attribute(string name, string value) => $" {name}=\"{Escaping.Attribute(value)}\"";
}
