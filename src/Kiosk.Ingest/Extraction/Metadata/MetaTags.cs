using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The meta elements of a page by name, property or itemprop, in lower case, with a colon for a dot: <c>dc:date</c> is DC.date too. Where several
/// attributes give the same name, property counts before name.</summary>
internal sealed class MetaTags
{
    private const int MostTags = 500;
    private const int LongestValue = 2_000;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    public static MetaTags Of(IHtmlDocument document)
    {
        var tags = new MetaTags();
        var elements = document.QuerySelectorAll("meta[content]").Take(MostTags).ToList();
        foreach (var attribute in new[] { "property", "name", "itemprop", "http-equiv" })
        {
            foreach (var element in elements)
                tags.Add(element, attribute);
        }

        return tags;
    }

    /// <summary>All names, in the order of the page.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The first value under the first of these names that has one; null if none has.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var found))
                return found[0];
        }

        return null;
    }

    /// <summary>All values under a name; may be empty.</summary>
    public IReadOnlyList<string> All(string name) => _values.GetValueOrDefault(name) ?? [];

    private void Add(IElement element, string attribute)
    {
        if (element.GetAttribute(attribute) is not { Length: > 0 } names || PlainText.Line(element.GetAttribute("content"), LongestValue) is not { } value)
            return;
        foreach (var name in names.ToLowerInvariant().Replace('.', ':').Split(' ', 20, StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            if (!_values.TryGetValue(name, out var list))
                _values[name] = list = [];
            list.Add(value);
        }
    }
}
