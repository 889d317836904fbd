using System.Globalization;

namespace Kiosk.Web.Reading;

/// <summary>Where a reader is in a long list.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Link">The address of a page.</param>
public sealed record Paging(int Page, int Pages, Func<int, string> Link)
{
    public const int PerPage = 20;

    /// <summary>Items on a page.</summary>
    public int Size { get; private init; } = PerPage;

    public int Skip => (Page - 1) * Size;

    /// <summary>The page asked for, drawn into the list: what is no number gives the first, what is too much the last.</summary>
    public static Paging Of(string? asked, int items, Func<int, string> link, int size = PerPage)
    {
        var pages = Math.Max(1, (items + size - 1) / size);
        return new Paging(Math.Clamp(Number(asked), 1, pages), pages, link) { Size = size };
    }

    /// <summary>First, last, and the pages around the current one; null stands for a gap.</summary>
    public IEnumerable<int?> Numbers()
    {
        var last = 0;
        foreach (var number in Enumerable.Range(1, Pages).Where(number => number == 1 || number == Pages || Math.Abs(number - Page) <= 1))
        {
            if (number > last + 1)
                yield return null;
            yield return last = number;
        }
    }

    private static int Number(string? asked) =>
        long.TryParse(asked, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (int)Math.Clamp(number, 1, int.MaxValue)
            : 1;
}
