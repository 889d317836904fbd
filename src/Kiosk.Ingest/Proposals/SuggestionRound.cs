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
        var (now, claimed) = (time.GetUtcNow(), LeaseMoment.After(node.Lease, time));
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var isMine = await db.LinkSuggestions.Where(suggestion => suggestion.Id == id && suggestion.NextAttemptAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(suggestion => suggestion.NextAttemptAt, claimed).SetProperty(suggestion => suggestion.Attempts, suggestion => suggestion.Attempts + 1), cancellation);
        if (isMine == 0)
            return;
        try
        {
            var suggestion = await db.LinkSuggestions.SingleAsync(one => one.Id == id, cancellation);
            var reading = await LeaseMoment.HoldAsync(
                factory,
                node.Lease,
                (beating, until, beat) => MoveAsync(beating, id, claimed, until, beat),
                until => claimed = until,
                held => pages.ReadAsync(new Source { Slug = "", Name = "", Url = suggestion.Url }, CandidateOf(suggestion, sourceId: 0), suggestion.Url, held),
                time,
                cancellation);
            Fill(suggestion, reading);
            await SaveAsync(db, suggestion, claimed, cancellation);
        }
        catch (LeaseLostException)
        {
            // Another node reads it now.
        }
    }

    /// <exception cref="LeaseLostException">Somebody else has it; nothing is written.</exception>
    private static async Task SaveAsync(KioskDb db, LinkSuggestion suggestion, DateTimeOffset claimed, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await MoveAsync(db, suggestion.Id, claimed, suggestion.NextAttemptAt, cancellation) == 0)
            throw new LeaseLostException();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static Task<int> MoveAsync(KioskDb db, long id, DateTimeOffset from, DateTimeOffset? to, CancellationToken cancellation) =>
        db.LinkSuggestions.Where(one => one.Id == id && one.NextAttemptAt == from).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAttemptAt, to), cancellation);

    private void Fill(LinkSuggestion suggestion, PageReading reading)
    {
        var isDone = reading.Complete is not null || !reading.IsHostSilent || suggestion.Attempts >= MostAttempts;
        suggestion.NextAttemptAt = isDone ? null : time.GetUtcNow() + Again;
        suggestion.Problem = reading.Problem;
        if (reading.Complete is not { } complete)
            return;
        var draft = Archiving.ArticleDraft.From(complete.Item, suggestion.Url, language: null, time.GetUtcNow(), complete.Page);
        (suggestion.Title, suggestion.Lead, suggestion.PublishedAt) = (draft.Title, draft.Lead, draft.Published);
        suggestion.Words = Archiving.WordCount.Of(draft.Body.Text);
        suggestion.Site = PlainText.Line(new Uri(suggestion.Url).IdnHost);
    }
}
