using Kiosk.Ingest.Cleaning;

namespace Kiosk.Ingest.Identity;

/// <summary>The text of the page or report behind an item.</summary>
/// <param name="Body">Clean; its text is kept letter by letter.</param>
/// <param name="PageStarts">For each page of a report, the place in the text where it begins; empty for a web page.</param>
public sealed record PageText(CleanHtml Body, IReadOnlyList<int> PageStarts)
{
    /// <summary>The table of contents of a report, as <c>Article.Chapters</c> keeps it.</summary>
    public IReadOnlyList<string> Chapters { get; init; } = [];
}
