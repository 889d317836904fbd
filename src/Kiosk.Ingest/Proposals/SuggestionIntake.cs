using Kiosk.Data;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Harvesting.Pages;
using Kiosk.Ingest.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Proposals;

/// <summary>Makes an article of a suggested link, through the same recognition and rules as a harvest. Its text is read in the background, as with any page.</summary>
public sealed class SuggestionIntake(IDbContextFactory<KioskDb> factory, Archive archive, PageQueue queue)
{
    /// <summary>Stores it. A link that the kiosk has already gives the article that it has.</summary>
    /// <param name="suggestion">The link, with what was read of it.</param>
    /// <param name="sourceId">The source that it belongs to; its filter is not asked, since an editor chose.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The article.</returns>
    public async Task<long> TakeAsync(LinkSuggestion suggestion, int sourceId, ArticleKind kind, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        if (await KnownAsync(db, suggestion.Url, cancellation) is { } known)
            return known;
        var source = await db.Sources.AsNoTracking().Include(one => one.Topics).SingleAsync(one => one.Id == sourceId, cancellation);
        var batch = Batch.Of(source, await TopicRules.LoadAsync(db, cancellation)) with { Filter = null, KindOf = _ => kind };
        var candidate = SuggestionRound.CandidateOf(suggestion, sourceId);
        if (candidate.Item.Title is null)
            candidate = candidate with { Item = candidate.Item with { Title = suggestion.Url } };
        await archive.StoreAsync(batch, [candidate], static _ => Task.FromResult(true), cancellation);
        await queue.AddAsync(sourceId, [(candidate, suggestion.Url)], static _ => Task.FromResult(true), cancellation);
        return await KnownAsync(db, suggestion.Url, cancellation) ?? throw new InvalidOperationException("The archive does not know what it has just stored.");
    }

    /// <summary>The article that stands at an address, as it stands now after merges; null if the kiosk has none.</summary>
    public static async Task<long?> KnownAsync(KioskDb db, string url, CancellationToken cancellation)
    {
        if (CanonicalUrl.Of(url) is not { } canonical)
            return null;
        var name = Alias.Url(canonical);
        return await db.ArticleAliases.Where(alias => alias.Name == name).Select(alias => (long?)alias.ArticleId).SingleOrDefaultAsync(cancellation);
    }
}
