using Kiosk.Data;
using Kiosk.Ingest.Formats.Opml;
using Kiosk.Web.Accounts;
using Kiosk.Web.Digests;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Feeds;

/// <summary>Which feeds the kiosk has: for everybody, and of one reader's own things.</summary>
public sealed class FeedList(IDbContextFactory<KioskDb> archive, PublicAddress address)
{
    private const string File = "rss.xml";

    /// <summary>The public ones, by folder, in the order in which they are shown. Paths of the kiosk.</summary>
    public async Task<IReadOnlyList<ListedFeed>> PublicAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Name).Select(topic => new TopicLink(topic.Slug, topic.Name)).ToListAsync(cancellation);
        var dossiers = await db.ReadingLists.AsNoTracking().Where(list => list.UserId == null && list.RemovedAt == null).OrderBy(list => list.Title).ThenBy(list => list.Id).Select(list => new { list.Id, list.Title }).ToListAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().Where(source => source.MergedInto == null && source.Enabled).OrderBy(source => source.Name).ThenBy(source => source.Id).Select(source => new TopicLink(source.Slug, source.Name)).ToListAsync(cancellation);
        return
        [
            new("De Kiosk", "Alles", "/", FeedLinks.Kiosk), new("De Kiosk", "Keuzes van de redactie", "/", FeedLinks.Picks), new("De Kiosk", "Weekbrieven", DigestLinks.Archive, FeedLinks.Digests),
            .. topics.Select(topic => new ListedFeed("Onderwerpen", topic.Name, Links.Topic(topic.Slug), file => FeedLinks.Topic(topic.Slug, file))),
            .. dossiers.Select(list => new ListedFeed("Dossiers", list.Title, Links.List(list.Id, list.Title), file => Links.ListFile(list.Id, file))),
            .. sources.Select(source => new ListedFeed("Bronnen", source.Name, Links.Source(source.Slug), file => FeedLinks.Source(source.Slug, file))),
        ];
    }

    public async Task<byte[]> PublicOpmlAsync(CancellationToken cancellation) => Opml("Feeds van de Kiosk", await PublicAsync(cancellation));

    /// <summary>What she follows, her alerts that have a feed, and her lists that have a link, as OPML. It holds addresses that are hers to keep.</summary>
    public async Task<byte[]> MineAsync(Guid user, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var alerts = await db.Alerts.AsNoTracking().Where(alert => alert.UserId == user && alert.RemovedAt == null && alert.FeedKey != null).OrderBy(alert => alert.Id).Select(alert => new { alert.Query, alert.FeedKey }).ToListAsync(cancellation);
        var lists = await db.ReadingLists.AsNoTracking().Where(list => list.UserId == user && list.RemovedAt == null && list.LinkKey != null).OrderBy(list => list.Title).ThenBy(list => list.Id).Select(list => new { list.Id, list.Title, list.LinkKey }).ToListAsync(cancellation);
        var follows = await db.Follows.AsNoTracking().Where(follow => follow.UserId == user && follow.Role == null).OrderBy(follow => follow.Id)
            .Select(follow => new { Topic = follow.Topic!.Slug, TopicName = follow.Topic.Name, Source = follow.Source!.Slug, SourceName = follow.Source.Name, follow.Query }).ToListAsync(cancellation);
        return Opml("Mijn Kiosk",
        [
            .. alerts.Select(alert => new ListedFeed("Attenderingen", alert.Query, Alerts.AlertMail.PagePath, file => FeedLinks.Alert(alert.FeedKey!, file))),
            .. lists.Select(list => new ListedFeed("Bundels", list.Title, Links.List(list.Id, list.Title, list.LinkKey), file => Links.ListFile(list.Id, file, list.LinkKey))),
            .. follows.Where(follow => follow.Topic is not null).Select(follow => new ListedFeed("Onderwerpen", follow.TopicName, Links.Topic(follow.Topic), file => FeedLinks.Topic(follow.Topic, file))),
            .. follows.Where(follow => follow.Source is not null).Select(follow => new ListedFeed("Bronnen", follow.SourceName, Links.Source(follow.Source), file => FeedLinks.Source(follow.Source, file))),
            .. follows.Where(follow => follow.Query is not null).Select(follow => new ListedFeed("Zoekopdrachten", follow.Query!, Links.Search(follow.Query!), file => FeedLinks.Search(follow.Query!, exactly: false, file))),
        ]);
    }

    private byte[] Opml(string title, IReadOnlyList<ListedFeed> feeds) => OpmlWriter.Write(title, feeds.Select(feed => new OpmlFeed(address.Of(feed.Path(File)).AbsoluteUri)
    {
        Title = feed.Title,
        SiteUrl = address.Of(feed.Home).AbsoluteUri,
        Language = "nl",
        Folders = [feed.Folder],
    }));
}

/// <param name="Folder">Under which heading it stands.</param>
/// <param name="Home">The page that it is of.</param>
/// <param name="Path">Where it stands, by the name of a <see cref="FeedFormat"/>.</param>
public sealed record ListedFeed(string Folder, string Title, string Home, Func<string, string> Path);
