using System.Text.RegularExpressions;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>The picture of an item that names none: the first in its HTML that is there to be looked at.</summary>
internal static partial class InlinePicture
{
    private const int MostLookedAt = 20;

    /// <summary>An absolute web address; null if there is no such picture.</summary>
    /// <param name="html">HTML or text; null gives null.</param>
    /// <param name="address">What addresses in it are relative to; null leaves relative ones out.</param>
    public static string? Of(string? html, Uri? address)
    {
        if (html is null || !html.Contains("<img", StringComparison.OrdinalIgnoreCase))
            return null;
        var urls = new SafeUrl(address);
        return Tag().Matches(html).Where(tag => tag.Groups["image"].Success).Take(MostLookedAt)
            .Select(tag => Address(tag.Value, urls)).FirstOrDefault(found => found is not null);
    }

    private static string? Address(string tag, SafeUrl urls)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match attribute in Attribute().Matches(tag))
            attributes.TryAdd(attribute.Groups["name"].Value, CharacterReferences.Decode(attribute.Groups["value"].Value));
        return Attributes.IsPixel(attributes.GetValueOrDefault) || IsSmiley(attributes.GetValueOrDefault("class")) ? null : ImageSource.Of(attributes.GetValueOrDefault, urls);
    }

    // Blogs put pictures in place of the characters, as wide as the picture file is.
    private static bool IsSmiley(string? names) => names is not null
        && (names.Contains("smiley", StringComparison.OrdinalIgnoreCase) || names.Contains("emoji", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"<!--(?>[^-]|-(?!->)){0,5000}-->|(?<image><img\s(?>[^<>""']|""[^""<]{0,4000}""|'[^'<]{0,4000}'){0,1000}>)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s(?<name>[\w\-]{1,40})\s*=\s*(?:""(?<value>[^""]*)""|'(?<value>[^']*)'|(?<value>[^\s""'<>]+))", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Attribute();
}
