using Kiosk.Data;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Harvesting.Pages;
using Kiosk.Ingest.Harvesting.Reading;
using Kiosk.Ingest.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Harvesting;

/// <summary>Reads a source as a harvest would, for a few items, and stores nothing: neither articles nor the state of the source.</summary>
public sealed class SourceTrial(PoliteFetcher fetcher, ArticlePages pages, IDbContextFactory<KioskDb> factory, TimeProvider time)
{
    public const int MostItems = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly ReadingLimits Few = new()
    {
        BatchSize = MostItems,
        SitemapItems = MostItems,
        SitemapFiles = 3,
        ListPages = 1,
        ServicePages = 1,
        Rulings = MostItems,
        RulingBatch = MostItems,
        FirstRepositoryWindow = TimeSpan.FromDays(60),
    };

    /// <summary>Tries; whatever goes wrong at the source is in the report.</summary>
    /// <param name="source">With its topics. It need not be in the archive, and is not changed.</param>
    /// <param name="cancellation">Stops between requests.</param>
    public async Task<TrialReport> RunAsync(Source source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var report = new TrialReport();
        try
        {
            await using var db = await factory.CreateDbContextAsync(either.Token);
            var judge = await ItemJudge.LoadAsync(db, source, time.GetUtcNow(), either.Token);
            await foreach (var batch in new SourceReader(time, Few).ReadAsync(source, state: null, FetchAsync, either.Token))
            {
                report = report with { Problem = batch.Problem, Remark = batch.Remark ?? report.Remark, Listed = report.Listed + batch.Items.Count };
                foreach (var candidate in Candidate.From(batch.Items, source.Id).Take(MostItems - report.Items.Count))
                    report = report with { Items = [.. report.Items, await JudgeAsync(judge, source, batch, candidate, either.Token)] };
                if (report.Items.Count >= MostItems)
                    break;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return report with { Remark = "Na een minuut is de proef gestopt; dit is wat er toen was." };
        }

        return report;

        // Never "not changed": the trial has to see something.
        Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken token)
        {
            var whole = request with { ETag = null, LastModified = null };
            return source.Format == SourceFormat.Feed ? fetcher.FetchOfferedAsync(whole, token) : fetcher.FetchAsync(whole, token);
        }
    }

    private async Task<TrialItem> JudgeAsync(ItemJudge judge, Source source, ReadBatch batch, Candidate candidate, CancellationToken cancellation)
    {
        string? problem = null;
        if (PageNeed.AddressFor(source, candidate) is { } url)
        {
            var reading = await pages.ReadAsync(source, candidate, url, cancellation);
            problem = reading.Problem;
            if (reading.Complete is null && candidate.Item.Title is null)
                return new TrialItem(candidate.Item.Link ?? "", candidate.Item.Link, candidate.Item.Published, 0, [], IsKept: false, IsKnown: false, problem);
            candidate = reading.Complete ?? candidate;
        }

        return await judge.JudgeAsync(candidate, batch, problem, cancellation);
    }

    /// <summary>What would become of an item: the filter, the rules, and what the archive has already.</summary>
    private sealed class ItemJudge(KioskDb db, Source source, Batch shared, Dictionary<int, string> topics, DateTimeOffset now)
    {
        public static async Task<ItemJudge> LoadAsync(KioskDb db, Source source, DateTimeOffset now, CancellationToken cancellation) => new(
            db, source, Batch.Of(source, await TopicRules.LoadAsync(db, cancellation)), await db.Topics.ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancellation), now);

        public async Task<TrialItem> JudgeAsync(Candidate candidate, ReadBatch batch, string? problem, CancellationToken cancellation)
        {
            var articles = shared with { FallbackUrl = batch.SiteUrl ?? source.SiteUrl ?? source.Url, Language = batch.Language ?? source.Language };
            var draft = articles.Draft(candidate, now);
            var queried = draft.ForQueries(source);
            var known = await KnownArticles.LookUpAsync(db, [candidate], cancellation);
            var ids = shared.TopicIds.Concat(shared.Rules.TopicsOf(queried)).Distinct();
            return new TrialItem(
                draft.Title, draft.Url, draft.Published, WordCount.Of(draft.Body.Text), [.. ids.Select(id => topics[id])],
                shared.Keeps(queried), known.Find(candidate) is not null, problem)
            {
                Lead = draft.Lead,
                Text = draft.Body.Text.Length <= TrialItem.LongestText ? draft.Body.Text : draft.Body.Text[..TrialItem.LongestText],
                Authors = draft.Authors,
            };
        }
    }
}

/// <summary>What a source would bring.</summary>
public sealed record TrialReport
{
    /// <summary>At most <see cref="SourceTrial.MostItems"/>, in the order of the source.</summary>
    public IReadOnlyList<TrialItem> Items { get; init; } = [];

    /// <summary>How many items the source lists in what was read.</summary>
    public int Listed { get; init; }

    /// <summary>In Dutch, why it cannot be read; null if it can.</summary>
    public string? Problem { get; init; }

    /// <summary>In Dutch, what had to be repaired, left out or broken off; null if nothing.</summary>
    public string? Remark { get; init; }
}

/// <summary>An item as it would be kept.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Url">Where readers would be sent; null if the source gives no address.</param>
/// <param name="Published">Null if the source gives no date that can be believed.</param>
/// <param name="Words">Of its text.</param>
/// <param name="Topics">Names of the topics that it would get.</param>
/// <param name="IsKept">Whether it passes the source's filter and there is something to keep.</param>
/// <param name="IsKnown">Whether the kiosk has it already.</param>
/// <param name="Problem">In Dutch, what is the matter with its page; null if nothing.</param>
public sealed record TrialItem(string Title, string? Url, DateTimeOffset? Published, int Words, IReadOnlyList<string> Topics, bool IsKept, bool IsKnown, string? Problem)
{
    /// <summary>More is not kept of a text that is only tried.</summary>
    public const int LongestText = 20_000;

    /// <summary>Plain text; empty if there is none.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Plain text, at most <see cref="LongestText"/> characters of it; empty if only the title is known.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<string> Authors { get; init; } = [];
}
