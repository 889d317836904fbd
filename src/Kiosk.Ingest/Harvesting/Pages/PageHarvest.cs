using Kiosk.Data;
using Kiosk.Data.Leases;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Identity;
using Microsoft.Extensions.Logging;

namespace Kiosk.Ingest.Harvesting.Pages;

/// <summary>One claimed page: read it, put what it says into its article, and write down how it went.</summary>
public sealed partial class PageHarvest(ArticlePages pages, Archive archive, PageQueue queue, TimeProvider time, ILogger<PageHarvest> logger)
{
    /// <summary>Reads a page that this node claimed. Whatever goes wrong is written down with it; only cancellation is thrown.</summary>
    public async Task<PageVisit> RunAsync(PageToRead page, TopicRules rules, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(page, rules, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await queue.PutBackAsync(page, page.State, message: null, time.GetUtcNow(), countsAttempt: false);
            throw;
        }
        catch (LeaseLostException)
        {
            return PageVisit.Unread;
        }
        catch (Exception fault)
        {
            // The one catch: a fault in our own code may cost this page an attempt, never the others.
            LogFault(fault, page.Url);
            await FailAsync(page, candidate: null, rules, PageReading.Failed("Er ging iets mis in de Kiosk zelf. De beheerder vindt de oorzaak in het logboek."), cancellation);
            return PageVisit.Unread;
        }
    }

    private async Task<PageVisit> ReadAsync(PageToRead page, TopicRules rules, CancellationToken cancellation)
    {
        var candidate = PageQueue.CandidateOf(page);
        // Whoever claimed it before never came back: reading it may be what ended them.
        if (candidate is null || page.Attempts > PageRetries.Most)
        {
            await FailAsync(page, candidate, rules, PageReading.Failed("Het lezen van deze bladzijde brak steeds af."), cancellation);
            return PageVisit.Unread;
        }

        var reading = await queue.HoldAsync(page, held => pages.ReadAsync(page.Source!, candidate, page.Url, held), cancellation);
        if (reading.Complete is { } complete)
            return new PageVisit(await StoreAsync(page, complete, rules, cancellation), IsHostSilent: false);
        if (reading.NeedsProgram)
            await AwaitProgramAsync(page, candidate, rules, reading.Problem!, cancellation);
        else
            await FailAsync(page, candidate, rules, reading, cancellation);
        return PageVisit.Unread with { IsHostSilent = reading.IsHostSilent };
    }

    /// <returns>True if the article has the page's text now; false if the source's filter keeps it out.</returns>
    private async Task<bool> StoreAsync(PageToRead page, Candidate complete, TopicRules rules, CancellationToken cancellation)
    {
        // The page is taken off the list in the transaction that stores its text: doing it again doubles nothing.
        var tally = await archive.StoreAsync(Batch.Of(page.Source!, rules), [complete], db => PageQueue.TakeOffAsync(db, page, cancellation), cancellation);
        if (tally.Filtered > 0)
            await queue.SettleAsync(page, PageState.Filtered, "Dit stuk past niet in het filter van de bron.");
        else
            await queue.TakeOffAsync(page, cancellation);
        return tally.Filtered == 0;
    }

    /// <summary>The report is listed with what the source says of it, and read as soon as there is a program for it.</summary>
    private async Task AwaitProgramAsync(PageToRead page, Candidate candidate, TopicRules rules, string problem, CancellationToken cancellation)
    {
        await KeepBareAsync(page, candidate, rules, cancellation);
        await queue.PutBackAsync(page, PageState.NeedsProgram, problem, time.GetUtcNow(), countsAttempt: false);
    }

    private async Task FailAsync(PageToRead page, Candidate? candidate, TopicRules rules, PageReading reading, CancellationToken cancellation)
    {
        if (candidate is not null && PageRetries.WaitAfter(page.Attempts, reading.RetryAfter) is { } wait)
        {
            await queue.PutBackAsync(page, PageState.Retrying, reading.Problem, time.GetUtcNow() + wait);
            return;
        }

        if (candidate is not null)
            await KeepBareAsync(page, candidate, rules, cancellation);
        await queue.SettleAsync(page, PageState.GivenUp, reading.Problem!);
    }

    /// <summary>Keeps what the source says, where the article waited for its page and the filter lets its title in. Without a title there is nothing to keep.</summary>
    private async Task KeepBareAsync(PageToRead page, Candidate candidate, TopicRules rules, CancellationToken cancellation)
    {
        if (candidate.Item.Title is not null)
            await archive.StoreAsync(Batch.Of(page.Source!, rules), [candidate], _ => Task.FromResult(true), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading the page {Url} failed by a fault of our own")]
    private partial void LogFault(Exception fault, string url);
}

/// <summary>How reading one page went.</summary>
/// <param name="IsRead">True if its article has its text now.</param>
/// <param name="IsHostSilent">True if the other pages of its host can wait too.</param>
public sealed record PageVisit(bool IsRead, bool IsHostSilent)
{
    public static readonly PageVisit Unread = new(IsRead: false, IsHostSilent: false);
}
