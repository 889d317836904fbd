using Kiosk.Data;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Archiving;

/// <summary>Keeps when and where an article takes place.</summary>
internal static class ArticleEvents
{
    /// <summary>The event as the item gives it. An item that says nothing, or has no start, leaves what is kept.</summary>
    public static ArticleEvent? Merged(ArticleEvent? kept, EventInfo? given)
    {
        if (given?.Starts is not { } starts)
            return kept;
        kept ??= new ArticleEvent();
        (kept.StartsAt, kept.EndsAt, kept.IsAllDay, kept.IsCancelled) = (starts, given.Ends, given.IsAllDay, given.IsCancelled);
        (kept.Place, kept.RegistrationUrl) = (PlainText.Line(given.Place ?? "") is { Length: > 0 } place ? place : null, given.Registration);
        return kept;
    }
}
