using Kiosk.Data;
using Kiosk.Data.Leases;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Harvesting.Pages;
using Kiosk.Ingest.Harvesting.Reading;
using Kiosk.Ingest.Identity;
using Microsoft.Extensions.Logging;

namespace Kiosk.Ingest.Harvesting;

/// <summary>One visit to one claimed source: read it piece by piece, store each piece, and write down how it went.</summary>
public sealed partial class SourceHarvest(
    SourceReader reader, PoliteFetcher fetcher, PageSorting pages, Archive archive, SourceClaims claims, VisitBook book, TimeProvider time, ILogger<SourceHarvest> logger)
{
    /// <summary>Visits a source whose lease this node holds. Whatever goes wrong becomes an outcome; only cancellation is thrown.</summary>
    public async Task<Visit> RunAsync(Source source, TopicRules rules, CancellationToken cancellation)
    {
        var started = time.GetUtcNow();
        var answers = new SourceAnswers(source, fetcher);
        Visit visit;
        try
        {
            visit = await claims.HoldAsync(source, held => ReadAsync(source, answers, rules, held), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await claims.ReleaseAsync(source);
            throw;
        }
        catch (LeaseLostException)
        {
            return Visit.Ended(source, HarvestOutcome.Failed, "Een andere server heeft deze bron overgenomen; die maakt het af.") with { StartedAt = started, FinishedAt = time.GetUtcNow() };
        }
        catch (Exception fault)
        {
            // The one catch: a fault in our own code may cost this source a visit, never the others.
            LogFault(fault, source.Slug);
            visit = Visit.Ended(source, HarvestOutcome.Failed, "Er ging iets mis in de Kiosk zelf. De beheerder vindt de oorzaak in het logboek.");
        }

        visit = visit with { StartedAt = started, FinishedAt = time.GetUtcNow(), HttpStatus = answers.Last?.StatusCode, Bytes = answers.Bytes };
        return await book.RecordAsync(source, visit, answers);
    }

    private async Task<Visit> ReadAsync(Source source, SourceAnswers answers, TopicRules rules, CancellationToken cancellation)
    {
        var (tally, remarks, problem) = (new Tally(), new List<string>(), (ReadBatch?)null);
        var shared = Batch.Of(source, rules);
        if (source is { LastBodyAt: null, ReadingState: null })
            await pages.StartAfreshAsync(source.Id, cancellation);
        await foreach (var batch in reader.ReadAsync(source, source.ReadingState, answers.FetchAsync, cancellation))
        {
            tally += await StoreAsync(source, batch, shared, cancellation);
            if (batch.Remark is { } remark && !remarks.Contains(remark))
                remarks.Add(remark);
            if (batch.Problem is not null)
                problem = batch;
        }

        if (problem is not null)
            return Visit.Ended(source, OutcomeOf(problem), VisitMessages.Failed(tally, problem.Problem!)) with { Tally = tally };
        if (tally.Seen == 0 && answers.NothingNew is { } nothing)
            return nothing;
        return Visit.Ended(source, tally.New + tally.Changed > 0 ? HarvestOutcome.Harvested : HarvestOutcome.Unchanged, VisitMessages.Stored(tally, VisitMessages.Joined(remarks))) with { Tally = tally };
    }

    /// <summary>Stores the items first and the state after them: breaking off in between brings the same items again, and they are known.</summary>
    private async Task<Tally> StoreAsync(Source source, ReadBatch batch, Batch shared, CancellationToken cancellation)
    {
        source.SiteUrl = batch.SiteUrl ?? source.SiteUrl;
        if (batch is { Problem: null, Fetched.Outcome: FetchOutcome.Fetched })
            source.AskedMinutes = batch.AskedInterval is { } asked ? (int)Math.Min(asked.TotalMinutes, int.MaxValue) : null;
        var articles = shared with { FallbackUrl = source.SiteUrl ?? source.Url, Language = batch.Language ?? source.Language };
        var (candidates, waiting) = await pages.SortAsync(articles, Candidate.From([.. batch.Items.Where(SaysSomething)], source.Id), Still, cancellation);
        var tally = waiting + await archive.StoreAsync(articles, candidates, Still, cancellation);
        if (batch.Gone.Count > 0)
            await archive.WithdrawAsync(source.Id, batch.Gone, Still, cancellation);
        if (batch.State != source.ReadingState)
            await book.KeepStateAsync(source, batch.State, cancellation);
        return tally;

        Task<bool> Still(KioskDb db) => claims.ExtendAsync(db, source, cancellation);
    }

    /// <summary>An item without title, words or address is nothing to keep.</summary>
    private static bool SaysSomething(Item item) => (item.Title ?? item.Content ?? item.Summary ?? item.Link ?? item.Document) is not null;

    private static HarvestOutcome OutcomeOf(ReadBatch batch) =>
        batch.Fetched is { Outcome: not (FetchOutcome.Fetched or FetchOutcome.NotModified) } failed ? OutcomeOf(failed.Outcome) : HarvestOutcome.Unreadable;

    private static HarvestOutcome OutcomeOf(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.TimedOut => HarvestOutcome.TimedOut,
        FetchOutcome.Refused => HarvestOutcome.Refused,
        FetchOutcome.Gone => HarvestOutcome.Gone,
        FetchOutcome.Busy => HarvestOutcome.Busy,
        FetchOutcome.ServerError => HarvestOutcome.ServerError,
        FetchOutcome.TooLarge => HarvestOutcome.TooLarge,
        FetchOutcome.Forbidden => HarvestOutcome.Forbidden,
        FetchOutcome.Disallowed => HarvestOutcome.Disallowed,
        _ => HarvestOutcome.Unreachable,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Harvest of {Source} failed by a fault of our own")]
    private partial void LogFault(Exception fault, string source);
}
