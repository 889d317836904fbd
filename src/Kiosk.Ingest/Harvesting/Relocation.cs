using Kiosk.Data;
using Kiosk.Ingest.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Harvesting;

/// <summary>
/// Follows a source that has moved for good. A 301 or 308 may be a slip of a day, so its target becomes the address only when the server has
/// named it for a week, and what stands there reads as the source does.
/// </summary>
internal static class Relocation
{
    public static readonly TimeSpan MustHold = TimeSpan.FromDays(7);

    /// <summary>Takes account of what a visit learned, and says what people should know; null if nothing.</summary>
    /// <param name="db">The archive.</param>
    /// <param name="source">The source; it is changed.</param>
    /// <param name="movedTo">Where its address has moved to for good; null if it has not.</param>
    /// <param name="visit">How the visit ended.</param>
    public static async Task<string?> FollowAsync(KioskDb db, Source source, string? movedTo, Visit visit)
    {
        // A server that was not heard has taken nothing back.
        if (movedTo is null && visit.HttpStatus is null)
            return null;
        if (movedTo is null || LosesEncryption(source.Url, movedTo))
        {
            (source.MovedTo, source.MovedSince) = (null, null);
            return null;
        }

        if (movedTo != source.MovedTo)
        {
            (source.MovedTo, source.MovedSince) = (movedTo, visit.FinishedAt);
            return $"De server zegt dat deze bron voorgoed is verhuisd naar {movedTo}. Zegt hij dat over een week nog, dan passen we het adres aan.";
        }

        return visit.Succeeded && visit.FinishedAt - source.MovedSince >= MustHold ? await AdoptAsync(db, source, movedTo) : null;
    }

    /// <summary>Takes back what was learned of moves; for an address that somebody chose anew.</summary>
    public static void Forget(Source source) => (source.MovedTo, source.MovedSince, source.MovedFrom) = (null, null, null);

    private static async Task<string> AdoptAsync(KioskDb db, Source source, string movedTo)
    {
        if (await SourceAtAsync(db, source, movedTo) is { } other)
            return $"Deze bron is verhuisd naar {movedTo}, maar daar staat al een andere bron: {other}. Het adres blijft zoals het was. Zet een van de twee uit in feeds.json.";
        source.MovedFrom ??= source.Url;
        source.Url = movedTo;
        (source.MovedTo, source.MovedSince) = (null, null);
        return $"Deze bron is verhuisd naar {movedTo}; het adres is aangepast.";
    }

    private static async Task<string?> SourceAtAsync(KioskDb db, Source source, string url)
    {
        var canonical = CanonicalUrl.Of(url);
        var others = await db.Sources.Where(other => other.Id != source.Id && other.MergedInto == null).Select(other => new { other.Name, other.Url }).ToListAsync();
        return others.Find(other => other.Url == url || (canonical is not null && CanonicalUrl.Of(other.Url) == canonical))?.Name;
    }

    private static bool LosesEncryption(string from, string to) =>
        from.StartsWith("https:", StringComparison.OrdinalIgnoreCase) && !to.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
}
