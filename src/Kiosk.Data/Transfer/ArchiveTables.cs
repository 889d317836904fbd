using Kiosk.Data.Accounts;
using Kiosk.Data.Alerts;
using Kiosk.Data.Annotations;
using Kiosk.Data.Changes;
using Kiosk.Data.Digests;
using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Kiosk.Data.Lists;
using Kiosk.Data.Proposals;
using Kiosk.Data.Topics;
using Kiosk.Data.Webhooks;
using Kiosk.Data.WebSub;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Transfer;

/// <summary>
/// What an export carries. Whoever adds a table decides here whether it is archive; columns follow by themselves, since they are read from the model.
/// </summary>
public static class ArchiveTables
{
    private const string Secret = "Accounts and their secrets have no place in a file that is handed on. A copy of the database carries them.";

    private const string Subscribed = "It belongs to a subscriber. The command subscribers export takes addresses and topics along.";

    private const string Personal = "It belongs to a person with an account here, who can take it along herself.";

    /// <summary>The entities that are carried, in an order in which each row comes after the rows that it points to.</summary>
    public static IEnumerable<Type> Carried => All.Select(table => table.Entity);

    /// <summary>The entities that stay behind, each with the reason.</summary>
    public static readonly IReadOnlyDictionary<Type, string> LeftOut = new Dictionary<Type, string>
    {
        [typeof(ArticleChange)] = "Triggers write it anew as the articles come in.",
        [typeof(ArchiveProperty)] = "It tells one archive from another, and how far its change feed was trimmed.",
        [typeof(SiteRobots)] = "It is asked for again at the first visit.",
        [typeof(SearchQuestion)] = "It counts what visitors of this very kiosk searched for.",
        [typeof(User)] = Secret,
        [typeof(UserSession)] = Secret,
        [typeof(AccountLink)] = Secret,
        [typeof(IdentityUserToken<Guid>)] = Secret,
        [typeof(IdentityUserPasskey<Guid>)] = Secret,
        [typeof(DataProtectionKey)] = Secret,
        [typeof(Follow)] = Personal,
        [typeof(ReaderSettings)] = Personal,
        [typeof(ReaderEdition)] = Personal,
        [typeof(EditionPiece)] = Personal,
        [typeof(Judgement)] = Personal,
        [typeof(HistoryItem)] = Personal,
        [typeof(EditorTask)] = "It counts what readers of this kiosk said.",
        [typeof(EditorialAct)] = "It tells what the editors of this kiosk did, by name. What they made of it travels.",
        [typeof(DeskClaim)] = "Who is at work on what at this moment means nothing elsewhere.",
        [typeof(QuestionAnswer)] = "It is about what visitors of this very kiosk searched for.",
        [typeof(ListMember)] = Personal,
        [typeof(Subscriber)] = Subscribed,
        [typeof(SubscriberTopic)] = Subscribed,
        [typeof(Delivery)] = Subscribed,
        [typeof(DeliveryPiece)] = Subscribed,
        [typeof(SubscriptionDay)] = "It counts the subscribers of this kiosk.",
        [typeof(ApiToken)] = Secret,
        [typeof(ArticlePublication)] = "Triggers write it anew as the articles come in.",
        [typeof(HubNotice)] = "It is work that this kiosk is doing.",
        [typeof(Webhook)] = "It is an agreement of this kiosk with a program elsewhere, and holds a secret.",
        [typeof(WebhookDelivery)] = "It belongs to a webhook.",
        [typeof(SourceProposal)] = "It is a trial under way at this kiosk.",
        [typeof(LinkSuggestion)] = "Visitors of this kiosk sent it, some with their address.",
        [typeof(Alert)] = Personal,
        [typeof(AlertFind)] = Personal,
        [typeof(AlertLetter)] = Personal,
        [typeof(DigestVisits)] = "It counts who came from letters of this very kiosk.",
        [typeof(Annotation)] = Personal,
        [typeof(ReplacementLetter)] = Personal,
        [typeof(TopicRun)] = "It is work that this kiosk is doing, and what came of it stands with the articles.",
        [typeof(TopicRunStep)] = "It is work that this kiosk is doing, and what came of it stands with the articles.",
        [typeof(ReadCount)] = "It counts what visitors of this very kiosk read.",
    };

    /// <summary>Columns of carried tables that stay behind: who is at work on a source at this moment means nothing elsewhere, and triggers tell anew what is listed.</summary>
    public static readonly IReadOnlySet<string> ColumnsLeftOut = new HashSet<string>
    {
        $"{nameof(Source)}.{nameof(Source.LeaseOwner)}",
        $"{nameof(Source)}.{nameof(Source.LeaseUntil)}",
        $"{nameof(ArticleTopic)}.{nameof(ArticleTopic.ListedAt)}",
    };

    internal static readonly IReadOnlyList<ArchiveTable> All =
    [
        Of(db => db.Topics.OrderBy(topic => topic.Id)),
        Of(db => db.Sources.OrderBy(source => source.Id)),
        Of(db => db.TopicAddresses.OrderBy(address => address.Slug)),
        Of(db => db.SourceTopics.OrderBy(link => link.SourceId).ThenBy(link => link.TopicId)),
        Of(db => db.Articles.OrderBy(article => article.Id)),
        Of(db => db.ArticleAliases.OrderBy(alias => alias.Name)),
        Of(db => db.ArticleTopics.OrderBy(link => link.ArticleId).ThenBy(link => link.TopicId)),
        Of(db => db.TopicJudgements.OrderBy(judgement => judgement.ArticleId).ThenBy(judgement => judgement.TopicId)),
        Of(db => db.ArticleCorrections.OrderBy(correction => correction.ArticleId).ThenBy(correction => correction.Field)),
        Of(db => db.ArticleEvents.OrderBy(@event => @event.ArticleId)),
        Of(db => db.ArticleCovers.OrderBy(cover => cover.ArticleId)),
        Of(db => db.ArticleSketches.OrderBy(sketch => sketch.Period).ThenBy(sketch => sketch.Hash).ThenBy(sketch => sketch.ArticleId)),
        Of(db => db.FreshSketches.OrderBy(sketch => sketch.Hash).ThenBy(sketch => sketch.ArticleId)),
        Of(db => db.Stories.OrderBy(story => story.Id)),
        Of(db => db.Picks.OrderBy(pick => pick.Id)),
        Of(db => db.PagesToRead.OrderBy(page => page.Id)),
        Of(db => db.HarvestRuns.OrderBy(run => run.Id)),
        Of(db => db.DeskQueries.OrderBy(query => query.Id)),
        Of(db => db.SearchTerms.OrderBy(term => term.Id)),
        Of(db => db.Digests.OrderBy(digest => digest.Id)),
        Of(db => db.DigestTopics.OrderBy(words => words.DigestId).ThenBy(words => words.TopicId)),
        Of(db => db.DigestPieces.OrderBy(piece => piece.DigestId).ThenBy(piece => piece.TopicId).ThenBy(piece => piece.ArticleId)),
        // Dossiers are the kiosk's; a reader's lists stay with her account.
        Of(db => db.ReadingLists.Where(list => list.UserId == null).OrderBy(list => list.Id)),
        Of(db => db.ListEntries.Where(entry => entry.List!.UserId == null).OrderBy(entry => entry.ListId).ThenBy(entry => entry.ArticleId)),
    ];

    private static ArchiveTable Of<T>(Func<KioskDb, IQueryable<T>> rows) where T : class => new(typeof(T), db => rows(db).IgnoreQueryFilters().AsNoTracking(), db => rows(db).IgnoreQueryFilters().LongCountAsync());
}

/// <summary>A table that is carried.</summary>
/// <param name="Entity">What a row becomes.</param>
/// <param name="Rows">All rows, in the order of their key, so that two exports of one archive are equal.</param>
/// <param name="Count">How many there are.</param>
internal sealed record ArchiveTable(Type Entity, Func<KioskDb, IQueryable<object>> Rows, Func<KioskDb, Task<long>> Count);
