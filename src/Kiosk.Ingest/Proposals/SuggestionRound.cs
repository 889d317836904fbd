using Kiosk.Data;
using Kiosk.Data.Leases;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Harvesting.Pages;
using Kiosk.Ingest.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Proposals;

/// <summary>Reads the pages of suggested links, so that an editor sees what each is. Nothing is kept of a text but its beginning.</summary>
public sealed class SuggestionRound(IDbContextFactory<KioskDb> factory, ArticlePages pages, HarvestOptions node, TimeProvider time)
{
    private const int MostAttempts = 3;
    private const int AtOnce = 3;
    private const int AtATime = 20;

    /// <summary>How long is waited after a failure.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <summary>Reads all that are due.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        while (await DueAsync(cancellation) is { Count: > 0 } due)
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (id, token) => await ReadAsync(id, token));
    }

    /// <summary>A link as an item that is read: what is known of it by itself.</summary>
    public static Candidate CandidateOf(LinkSuggestion suggestion, int sourceId)
    {
        var item = new Item { Title = suggestion.Title, Link = suggestion.Url, Summary = System.Net.WebUtility.HtmlEncode(suggestion.Lead), Published = suggestion.PublishedAt };
        return Candidate.From([item], sourceId)[0] with { IsPartial = true };
    }

    private async Task<List<long>> DueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await db.LinkSuggestions.Where(suggestion => suggestion.NextAttemptAt <= now).OrderBy(suggestion => suggestion.NextAttemptAt)
            .Take(AtATime).Select(suggestion => suggestion.Id).ToListAsync(cancellation);
    }

    private async Task ReadAsync(long id, CancellationToken cancellation)
    {
        if (await ClaimAsync(id, cancellation) is not { } claimed)
            return;
        try
        {
            var reading = await HoldAsync(claimed, held => pages.ReadAsync(new Source { Slug = "", Name = "", Url = claimed.Url }, CandidateOf(claimed, sourceId: 0), claimed.Url, held), cancellation);
            await FinishAsync(claimed, reading, cancellation);
        }
        catch (LeaseLostException)
        {
            // Another node reads it now.
        }
    }

    private async Task<LinkSuggestion?> ClaimAsync(long id, CancellationToken cancellation)
    {
        var (now, until) = (time.GetUtcNow(), LeaseMoment.After(node.Lease, time));
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var claimed = await db.LinkSuggestions.Where(suggestion => suggestion.Id == id && suggestion.NextAttemptAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(suggestion => suggestion.NextAttemptAt, until).SetProperty(suggestion => suggestion.Attempts, suggestion => suggestion.Attempts + 1), cancellation);
        return claimed == 0 ? null : await db.LinkSuggestions.AsNoTracking().SingleOrDefaultAsync(suggestion => suggestion.Id == id && suggestion.NextAttemptAt == until, cancellation);
    }

    /// <summary>The suggestion, as long as this node is the one that claimed it last.</summary>
    private static IQueryable<LinkSuggestion> Mine(KioskDb db, LinkSuggestion claimed) => db.LinkSuggestions.Where(one => one.Id == claimed.Id && one.NextAttemptAt == claimed.NextAttemptAt);

    private Task<PageReading> HoldAsync(LinkSuggestion claimed, Func<CancellationToken, Task<PageReading>> read, CancellationToken cancellation) => LeaseMoment.HoldAsync(
        factory,
        node.Lease,
        (db, until, beat) => Mine(db, claimed).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAttemptAt, until), beat),
        until => claimed.NextAttemptAt = until,
        read,
        time,
        cancellation);

    /// <summary>Writes what was read, unless another node has it by now.</summary>
    private async Task FinishAsync(LinkSuggestion claimed, PageReading reading, CancellationToken cancellation)
    {
        Fill(claimed, reading);
        var isDone = reading.Complete is not null || !reading.IsHostSilent || claimed.Attempts >= MostAttempts;
        DateTimeOffset? next = isDone ? null : time.GetUtcNow() + Again;
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await Mine(db, claimed).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.NextAttemptAt, next).SetProperty(one => one.Problem, claimed.Problem).SetProperty(one => one.Title, claimed.Title).SetProperty(one => one.Lead, claimed.Lead)
                .SetProperty(one => one.PublishedAt, claimed.PublishedAt).SetProperty(one => one.Words, claimed.Words).SetProperty(one => one.Site, claimed.Site),
            cancellation);
    }

    private void Fill(LinkSuggestion suggestion, PageReading reading)
    {
        suggestion.Problem = reading.Problem;
        if (reading.Complete is not { } complete)
            return;
        var draft = Archiving.ArticleDraft.From(complete.Item, suggestion.Url, language: null, time.GetUtcNow(), complete.Page);
        (suggestion.Title, suggestion.Lead, suggestion.PublishedAt) = (draft.Title, draft.Lead, draft.Published);
        suggestion.Words = Archiving.WordCount.Of(draft.Body.Text);
        suggestion.Site = PlainText.Line(new Uri(suggestion.Url).IdnHost);
    }
}
