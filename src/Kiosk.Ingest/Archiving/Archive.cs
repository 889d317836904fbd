using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Data.Leases;
using Kiosk.Data.Stories;
using Kiosk.Ingest.Identity;
using Kiosk.Ingest.Stories;
using Kiosk.Search.Queries;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Archiving;

/// <summary>
/// Puts the candidates of one source into the archive: what is known and equal is left alone, what is known and different is
/// updated, what is new and passes the source's filter is added. Doing it again, or starting anew after a crash, doubles nothing.
/// </summary>
public sealed class Archive(IDbContextFactory<KioskDb> factory, WriteTurn turn, TimeProvider time)
{
    /// <summary>Items a transaction: small enough that a reader never waits for it, large enough that commits do not dominate.</summary>
    private const int ChunkSize = 200;

    /// <summary>Two sources may bring the same new article at the same moment; the second then looks again and finds it.</summary>
    private const int Attempts = 4;

    /// <summary>What is older when it comes in, as most of a new source is, is no news for the editors.</summary>
    private static readonly TimeSpan InboxDays = TimeSpan.FromDays(7);

    private readonly ArchivePen _pen = new(turn);

    /// <summary>Stores all candidates, in transactions of at most 200.</summary>
    /// <param name="batch">The source and what all its articles get.</param>
    /// <param name="candidates">What came.</param>
    /// <param name="still">Called at the start of each transaction, with its context; false gives up (the lease was lost) and writes no more.</param>
    /// <param name="cancellation">Stops between transactions.</param>
    public async Task<Tally> StoreAsync(Batch batch, IReadOnlyList<Candidate> candidates, Func<KioskDb, Task<bool>> still, CancellationToken cancellation)
    {
        var tally = new Tally();
        foreach (var chunk in candidates.Chunk(ChunkSize))
            tally += await StoreChunkAsync(batch, chunk, still, cancellation);
        return tally;
    }

    /// <summary>Those candidates that are new, or differ from what was stored of this source: the others need no more work.</summary>
    public async Task<IReadOnlyList<Candidate>> UnknownAsync(int sourceId, IReadOnlyCollection<Candidate> candidates, CancellationToken cancellation)
    {
        if (candidates.Count == 0)
            return [];
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var known = await KnownArticles.LookUpAsync(db, candidates, cancellation);
        return [.. candidates.Where(candidate => known.Find(candidate) is not { } article || (!article.KeptOut && article.SourceId == sourceId && article.ContentHash != candidate.ContentHash))];
    }

    /// <summary>Takes articles from view that their source says it has taken away. Nothing is deleted.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="ids">The source's own ids; unknown ones are passed over.</param>
    /// <param name="still">As in <see cref="StoreAsync"/>.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public async Task WithdrawAsync(int sourceId, IReadOnlyList<string> ids, Func<KioskDb, Task<bool>> still, CancellationToken cancellation)
    {
        var names = ids.Select(id => Alias.Guid(sourceId, id)).ToList();
        await using var db = await factory.CreateDbContextAsync(cancellation);
        using var held = await turn.TakeAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await still(db))
            throw new LeaseLostException();
        var now = time.GetUtcNow();
        var withdrawn = db.Articles.Where(article => article.SourceId == sourceId && (article.State == ArticleState.Visible || article.State == ArticleState.Waiting) && article.Aliases.Any(alias => names.Contains(alias.Name)));
        var stories = await withdrawn.Where(article => article.StoryId != null).Select(article => article.StoryId!.Value).Distinct().ToListAsync(cancellation);
        await withdrawn.ExecuteUpdateAsync(
                set => set.SetProperty(article => article.State, ArticleState.Withdrawn)
                    .SetProperty(article => article.StateReason, "De bron heeft dit stuk ingetrokken.")
                    .SetProperty(article => article.InboxAt, (DateTimeOffset?)null)
                    .SetProperty(article => article.ChangedAt, now)
                    .SetProperty(article => article.Version, article => article.Version + 1),
                cancellation);
        foreach (var story in stories)
            await StoryMembership.SettleAsync(db, story, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<Tally> StoreChunkAsync(Batch batch, Candidate[] chunk, Func<KioskDb, Task<bool>> still, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await factory.CreateDbContextAsync(cancellation);
                // Looking for changes costs as much as writing them: it is done once, when all is filled in.
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                return await TryStoreAsync(db, batch, chunk, still, cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody else wrote the same article in between.
            }
        }
    }

    private async Task<Tally> TryStoreAsync(KioskDb db, Batch batch, Candidate[] chunk, Func<KioskDb, Task<bool>> still, CancellationToken cancellation)
    {
        var known = await KnownArticles.LookUpAsync(db, chunk, cancellation);
        await known.LoadAsync(db, [.. chunk.Where(candidate => MustTouch(batch, candidate, known.Find(candidate))).Select(candidate => known.Find(candidate)!.Id).Distinct()], cancellation);
        var now = time.GetUtcNow();
        var tally = new Tally { Seen = chunk.Length };
        foreach (var candidate in chunk)
        {
            if (known.Find(candidate) is { } existing)
                tally += Revisit(db, batch, candidate, existing, known, now);
        }

        var unknown = chunk.Where(candidate => known.Find(candidate) is null).Select(candidate => Incoming.From(batch, candidate, now)).ToList();
        var twins = await Twins.LookUpAsync(db, unknown, now, cancellation);
        var added = new NewArticles();
        foreach (var incoming in unknown)
            tally += Add(added, batch, incoming, known, twins, now);
        db.ChangeTracker.DetectChanges();
        if (added.Articles.Count > 0 || db.ChangeTracker.HasChanges())
            await _pen.WriteAsync(db, added, still, now, cancellation);
        return tally;
    }

    private static Tally Add(NewArticles added, Batch batch, Incoming incoming, KnownArticles known, Twins twins, DateTimeOffset now)
    {
        var (candidate, draft) = (incoming.Candidate, incoming.Draft);
        var queried = draft.ForQueries(batch.Source);
        if (!batch.Keeps(queried))
            return new Tally { Filtered = 1 };
        if (twins.Find(incoming) is { } twin)
        {
            Adopt(batch, incoming, twin, known, now);
            return new Tally();
        }

        var article = new Article
        {
            SourceId = batch.Source.Id,
            Kind = batch.Kind(candidate.Item),
            Title = draft.Title,
            Url = draft.Url,
            ContentHash = candidate.ContentHash,
            FirstSeenAt = now,
        };
        ArticleFilling.Fill(article, draft, candidate, now);
        article.State = batch.Source.Reviewed ? ArticleState.Waiting : ArticleState.Visible;
        article.InboxAt = batch.Source.Reviewed || now - article.PublishedAt < InboxDays ? now : null;
        PropertyRules.Fill(article, queried);
        article.Topics.AddRange(batch.TopicsOf(candidate.Item, queried, now));
        added.Add(article, known.FreeAliases(candidate).Append(twins.Claim(incoming, article)));
        return new Tally { New = 1 };
    }

    /// <summary>
    /// The same text under another address is the same article. It stays with the source that shows readers most of it, which is the first one where they
    /// show the same; the other adds its names and topics. What waits for an editor does so no longer when it comes from a source that need not.
    /// </summary>
    private static void Adopt(Batch batch, Incoming incoming, Article twin, KnownArticles known, DateTimeOffset now)
    {
        var comesThrough = twin.State == ArticleState.Waiting && !batch.Source.Reviewed;
        var takesOver = !twin.KeptOut && twin.Source is { } source && (comesThrough || source.Rights < batch.Source.Rights);
        twin.Aliases.AddRange(known.FreeAliases(incoming.Candidate)
            .Select(name => new ArticleAlias { Name = name, ContentHash = takesOver ? null : incoming.Candidate.ContentHash }));
        if (!twin.KeptOut)
            AddMissingTopics(twin, batch.SourceTopics(now));
        if (!takesOver)
            return;
        var words = Corrections.TakeOff(twin);
        var published = twin.PublishedAt;
        ArticleFilling.Fill(twin, incoming.Draft, incoming.Candidate, now);
        twin.SourceId = batch.Source.Id;
        SetKind(twin, batch.Kind(incoming.Candidate.Item));
        twin.PublishedAt = published < twin.PublishedAt ? published : twin.PublishedAt;
        twin.State = comesThrough ? ArticleState.Visible : twin.State;
        Corrections.PutBack(twin, words);
        twin.Version++;
    }

    /// <summary>The same page through another source: the first one keeps the words, this one may add its topics.</summary>
    private static bool MustTouch(Batch batch, Candidate candidate, KnownArticle? known) =>
        known is { KeptOut: false } && (known.SourceId == batch.Source.Id ? known.ContentHash != candidate.ContentHash || candidate.Page is not null : batch.TopicIds.Count > 0);

    private static Tally Revisit(KioskDb db, Batch batch, Candidate candidate, KnownArticle seen, KnownArticles known, DateTimeOffset now)
    {
        db.ArticleAliases.AddRange(known.FreeAliases(candidate)
            .Select(name => new ArticleAlias { Name = name, ArticleId = seen.Id, ContentHash = seen.IsTwin ? candidate.ContentHash : null }));
        if (known.Loaded(seen) is not { } existing)
            return new Tally();
        if (existing.SourceId != batch.Source.Id)
        {
            AddMissingTopics(existing, batch.SourceTopics(now));
            return new Tally();
        }

        if (seen.IsTwin)
            SwapNames(existing, candidate);
        var draft = batch.Draft(candidate, now);
        // Its page said that it is an event.
        if (existing.Event is null && candidate.Item.Event is not null)
            SetKind(existing, batch.Kind(candidate.Item));
        var words = Corrections.TakeOff(existing);
        ArticleFilling.Fill(existing, draft, candidate, now);
        Corrections.PutBack(existing, words);
        var queried = draft.ForQueries(batch.Source);
        PropertyRules.Fill(existing, queried);
        var topics = batch.TopicsOf(candidate.Item, queried, now).ToList();
        existing.Topics.RemoveAll(tag => tag.TaggedBy == TaggedBy.Rule && !batch.Rules.IsAtRest(tag.TopicId) && topics.TrueForAll(topic => topic.TopicId != tag.TopicId));
        AddMissingTopics(existing, topics);
        existing.Version++;
        return new Tally { Changed = 1 };
    }

    /// <summary>
    /// From now on the article is filled from this item, one of several with the same text. The others' names remember how these looked, or they would
    /// take turns at every visit.
    /// </summary>
    private static void SwapNames(Article article, Candidate candidate)
    {
        foreach (var alias in article.Aliases)
            alias.ContentHash = candidate.Aliases.Contains(alias.Name) ? null : alias.ContentHash ?? article.ContentHash;
    }

    /// <summary>What an editor took off stays off.</summary>
    private static void AddMissingTopics(Article article, IEnumerable<ArticleTopic> topics) =>
        article.Topics.AddRange(topics
            .Where(topic => article.Topics.TrueForAll(tag => tag.TopicId != topic.TopicId))
            .Where(topic => article.TopicJudgements.TrueForAll(judgement => judgement.Fits || judgement.TopicId != topic.TopicId))
            .ToList());

    private static void SetKind(Article article, ArticleKind kind)
    {
        if (!article.SetByHand.Contains(ArticleProperty.Soort))
            article.Kind = kind;
    }
}
