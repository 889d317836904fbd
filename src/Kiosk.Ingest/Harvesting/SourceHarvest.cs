using System.Security.Cryptography;
using Kiosk.Data;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Identity;
using Kiosk.Ingest.Sources;
using Kiosk.Search.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kiosk.Ingest.Harvesting;

/// <summary>One visit to one claimed source: fetch, read, store, and write down how it went.</summary>
public sealed partial class SourceHarvest(
    IDbContextFactory<KioskDb> factory, Fetcher fetcher, HostGate gate, Archive archive, SourceClaims claims, TimeProvider time, ILogger<SourceHarvest> logger)
{
    /// <summary>Visits a source whose lease this node holds. Whatever goes wrong becomes an outcome; only cancellation is thrown.</summary>
    public async Task<Visit> RunAsync(Source source, TopicRules rules, CancellationToken cancellation)
    {
        var started = time.GetUtcNow();
        Visit visit;
        FetchResult? fetched = null;
        try
        {
            fetched = await FetchAsync(source, started, cancellation);
            visit = await ReadAsync(source, fetched, rules, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await claims.ReleaseAsync(source.Id);
            throw;
        }
        catch (LeaseLostException)
        {
            return Ended(source, HarvestOutcome.Failed, "Een andere server heeft deze bron overgenomen; die maakt het af.") with { StartedAt = started, FinishedAt = time.GetUtcNow() };
        }
        catch (Exception fault)
        {
            // The one catch: a fault in our own code may cost this source a visit, never the others.
            LogFault(fault, source.Slug);
            visit = Ended(source, HarvestOutcome.Failed, "Er ging iets mis in de Kiosk zelf. De beheerder vindt de oorzaak in het logboek.");
        }

        visit = visit with { StartedAt = started, FinishedAt = time.GetUtcNow(), HttpStatus = fetched?.StatusCode, Bytes = fetched?.Body.Length ?? 0 };
        await RecordAsync(source, visit, fetched);
        return visit;
    }

    private async Task<FetchResult> FetchAsync(Source source, DateTimeOffset now, CancellationToken cancellation)
    {
        var conditional = Schedule.TrustsValidators(source, now);
        using var turn = await gate.EnterAsync(new Uri(source.Url).Host, cancellation);
        return await fetcher.FetchAsync(
            new FetchRequest(source.Url) { ETag = conditional ? source.ETag : null, LastModified = conditional ? source.LastModified : null },
            cancellation);
    }

    private async Task<Visit> ReadAsync(Source source, FetchResult fetched, TopicRules rules, CancellationToken cancellation)
    {
        if (fetched.Outcome == FetchOutcome.NotModified)
            return Ended(source, HarvestOutcome.NotModified, VisitMessages.NotModified);
        if (fetched.Outcome != FetchOutcome.Fetched)
            return Ended(source, OutcomeOf(fetched.Outcome), fetched.Message);
        if (BodyHash(fetched) == source.BodyHash)
            return Ended(source, HarvestOutcome.Unchanged, VisitMessages.SameBody);
        if (source.Format != SourceFormat.Feed)
            return Ended(source, HarvestOutcome.Unreadable, $"Bronnen van het soort ‘{Names.Of(source.Format)}’ kan de Kiosk nog niet lezen.");
        var reading = FeedReader.Read(fetched.Body, fetched.ContentType, new Uri(fetched.FinalUrl));
        if (reading.Feed is not { } feed)
            return Ended(source, HarvestOutcome.Unreadable, reading.Problem ?? "Wat er kwam, is niet te lezen als feed.");
        source.SiteUrl = feed.Link is { } link && Uri.IsWellFormedUriString(link, UriKind.Absolute) ? link : source.SiteUrl;
        var tally = await StoreAsync(source, feed, rules, cancellation);
        return Ended(source, tally.New + tally.Changed > 0 ? HarvestOutcome.Harvested : HarvestOutcome.Unchanged, VisitMessages.Stored(tally, reading.Remark)) with { Tally = tally };
    }

    private Task<Tally> StoreAsync(Source source, FeedDocument feed, TopicRules rules, CancellationToken cancellation)
    {
        var batch = new Batch
        {
            Source = source,
            Rules = rules,
            TopicIds = [.. source.Topics.Select(topic => topic.TopicId)],
            FallbackUrl = source.SiteUrl ?? source.Url,
            Language = feed.Language ?? source.Language,
            Filter = string.IsNullOrWhiteSpace(source.Filter) ? null : Query.Parse(source.Filter),
        };
        return archive.StoreAsync(batch, Candidate.From([.. Within(source, feed.Items)], source.Id), db => claims.ExtendAsync(db, source.Id, cancellation), cancellation);
    }

    /// <summary>Some feeds mix what is wanted with what is not; the address tells them apart.</summary>
    private static IEnumerable<Item> Within(Source source, IReadOnlyList<Item> items) =>
        FeedsSelect.Parse(source.Select)?.Within is { } piece
            ? items.Where(item => item.Link?.Contains(piece, StringComparison.OrdinalIgnoreCase) == true)
            : items;

    /// <summary>Writes the source's new state and the run in one transaction, and with it gives the lease back.</summary>
    private async Task RecordAsync(Source source, Visit visit, FetchResult? fetched)
    {
        // Not cancelled with the harvest: what was stored must be written down.
        await using var db = await factory.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await claims.ExtendAsync(db, source.Id, CancellationToken.None))
            return;
        var current = await db.Sources.SingleAsync(row => row.Id == source.Id);
        current.FailureCount = visit.Succeeded ? 0 : current.FailureCount + 1;
        (current.LastCheckedAt, current.LastOutcome, current.LastMessage) = (visit.FinishedAt, visit.Outcome, visit.Message);
        (current.LeaseOwner, current.LeaseUntil, current.SiteUrl) = (null, null, source.SiteUrl);
        current.NextCheckAt = Schedule.NextCheck(current, visit.FinishedAt, fetched?.RetryAfter);
        if (visit.Succeeded)
            current.LastSuccessAt = visit.FinishedAt;
        if (visit.Succeeded && fetched is { Outcome: FetchOutcome.Fetched })
            (current.ETag, current.LastModified, current.LastBodyAt, current.BodyHash) = (fetched.ETag, fetched.LastModified, visit.FinishedAt, BodyHash(fetched));
        db.HarvestRuns.Add(new HarvestRun
        {
            SourceId = source.Id,
            StartedAt = visit.StartedAt,
            FinishedAt = visit.FinishedAt,
            Outcome = visit.Outcome,
            Message = visit.Message,
            HttpStatus = visit.HttpStatus,
            Bytes = visit.Bytes,
            ItemsSeen = visit.Tally.Seen,
            ItemsNew = visit.Tally.New,
            ItemsChanged = visit.Tally.Changed,
        });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static Visit Ended(Source source, HarvestOutcome outcome, string message) =>
        new() { SourceId = source.Id, SourceName = source.Name, Outcome = outcome, Message = message };

    private static HarvestOutcome OutcomeOf(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.NotModified => HarvestOutcome.NotModified,
        FetchOutcome.TimedOut => HarvestOutcome.TimedOut,
        FetchOutcome.Refused => HarvestOutcome.Refused,
        FetchOutcome.Gone => HarvestOutcome.Gone,
        FetchOutcome.Busy => HarvestOutcome.Busy,
        FetchOutcome.ServerError => HarvestOutcome.ServerError,
        FetchOutcome.TooLarge => HarvestOutcome.TooLarge,
        FetchOutcome.Forbidden => HarvestOutcome.Forbidden,
        _ => HarvestOutcome.Unreachable,
    };

    private static string BodyHash(FetchResult fetched) => Convert.ToHexStringLower(SHA256.HashData(fetched.Body.Span));

    [LoggerMessage(Level = LogLevel.Error, Message = "Harvest of {Source} failed by a fault of our own")]
    private partial void LogFault(Exception fault, string source);
}
