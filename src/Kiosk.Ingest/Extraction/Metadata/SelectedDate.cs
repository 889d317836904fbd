using Kiosk.Ingest.Extraction.Body;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The date at the place that a source itself points out.</summary>
internal static class SelectedDate
{
    /// <summary>Null if nothing is pointed out, nothing stands there, or it is no date.</summary>
    public static DateTimeOffset? Of(Page page, string? language, string? selector)
    {
        if (page.Document.DocumentElement is not { } root || SelectedParts.Of(root, selector) is not { Count: > 0 } found)
            return null;
        var calendar = new PageCalendar(page.Url, language);
        return found.SelectMany(element => new[] { element.GetAttribute("datetime"), element.GetAttribute("content"), element.TextContent })
            .Select(text => PageMoment.Of(text, calendar)).FirstOrDefault(date => date is not null);
    }
}
