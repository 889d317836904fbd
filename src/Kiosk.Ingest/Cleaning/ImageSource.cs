using System.Globalization;
using AngleSharp.Dom;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Where an image really is: pages that load lazily put the address elsewhere than in <c>src</c>.</summary>
internal static class ImageSource
{
    private static readonly string[] Lazy = ["data-src", "data-lazy-src", "data-original", "data-lazy", "data-orig-file", "data-image"];

    private static readonly string[] Sets = ["data-srcset", "data-lazy-srcset", "srcset"];

    // Wider than this brings nothing to a reading column.
    private const double WidestUseful = 1600;

    // An image and its sources. Pages that people write stay far below.
    private const int MostInPicture = 50;

    /// <summary>An absolute http(s) address; null if there is none.</summary>
    public static string? Of(IElement image, SafeUrl urls) => Of(image.GetAttribute, urls) ?? FromPicture(image, urls);

    /// <summary>As the other overload, of an image of which only the attributes are known.</summary>
    public static string? Of(Func<string, string?> attribute, SafeUrl urls)
    {
        foreach (var name in Lazy)
        {
            if (urls.Image(attribute(name)) is { } url)
                return url;
        }

        return urls.Image(attribute("src")) ?? FromSets(attribute, urls);
    }

    /// <summary>A picture shows one image, so the others do not look through its sources again.</summary>
    private static string? FromPicture(IElement image, SafeUrl urls)
    {
        if (image.ParentElement is not { LocalName: "picture" } picture)
            return null;
        var parts = picture.Children.Take(MostInPicture).ToList();
        return parts.Find(static part => part.LocalName == "img") == image
            ? parts.Where(static part => part.LocalName == "source").Select(source => FromSets(source.GetAttribute, urls)).FirstOrDefault(static url => url is not null)
            : null;
    }

    private static string? FromSets(Func<string, string?> attribute, SafeUrl urls)
    {
        foreach (var name in Sets)
        {
            var best = Candidates(attribute(name))
                .OrderBy(static candidate => candidate.Size > WidestUseful)
                .ThenByDescending(static candidate => candidate.Size > WidestUseful ? -candidate.Size : candidate.Size)
                .Select(candidate => urls.Image(candidate.Url))
                .FirstOrDefault(static url => url is not null);
            if (best is not null)
                return best;
        }

        return null;
    }

    /// <summary>The candidates of a srcset, in simplified form: a comma followed by a space (or an address without commas) parts them.</summary>
    private static IEnumerable<(string Url, double Size)> Candidates(string? srcset)
    {
        foreach (var candidate in (srcset ?? "").Split([", ", ",\n", ",\t"], 100, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = candidate.TrimEnd(',').Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0)
                continue;
            var size = parts.Length > 1 && double.TryParse(parts[^1].AsSpan()[..^1], CultureInfo.InvariantCulture, out var number) ? number : 0;
            yield return (parts[0], size);
        }
    }
}
