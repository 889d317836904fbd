using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Editions;
using Kiosk.Web.Pages.Welkom;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Vandaag;

public sealed class VandaagPage(IDbContextFactory<KioskDb> archive, EditionBook book, CandidatePool pool, Following following, DutchTime time) : PageModel
{
    public Visitor? Visitor { get; private set; }

    public Edition Edition { get; private set; } = new();

    /// <summary>True if the edition was chosen for this reader, by what she follows or by what she chose on this device.</summary>
    public bool IsPersonal { get; private set; }

    public IReadOnlyList<TopicNews> Topics { get; private set; } = [];

    /// <summary>Those that the reader follows.</summary>
    public IReadOnlyList<TopicLink> Followed { get; private set; } = [];

    /// <summary>What she may choose from at her first visit; null once she chose or passed it over.</summary>
    public Choices? Invitation { get; private set; }

    /// <summary>Pieces that fit her but found no place.</summary>
    public int LeftOver { get; private set; }

    /// <summary>Pieces of the edition that she did not read yet; null if the kiosk does not remember what she reads.</summary>
    public int? Unread { get; private set; }

    /// <summary>Set only while the archive is empty.</summary>
    public FirstRun? FirstRun { get; private set; }

    /// <summary>When a source last answered well; null if none ever did.</summary>
    public DateTimeOffset? LastHarvest { get; private set; }

    public int MinutesInAll => Edition.All.Sum(pick => pick.Card.Minutes);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Visitor = Visitor.Of(User);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (Visitor is null)
            await OpenAsync(db, cancellation);
        else
            await PersonalAsync(db, Visitor.Id, cancellation);
        Edition = Edition.WithSources(await StorySiblings.SourcesAsync(db, [.. Edition.All.Select(pick => pick.Card)], cancellation));
        if (Edition.Lead is null)
            FirstRun = await FirstRunAsync(db, cancellation);
        Topics = await TopicsAsync(db, cancellation);
        LastHarvest = await db.Sources.MaxAsync(source => source.LastSuccessAt, cancellation);
    }

    private async Task OpenAsync(KioskDb db, CancellationToken cancellation)
    {
        var choice = DeviceChoice.Of(Request);
        IsPersonal = choice is not null;
        Edition = choice is null
            ? await OpenEdition.ReadAsync(db, time, cancellation)
            : await OpenEdition.ReadAsync(db, pool, choice, time, cancellation);
    }

    private async Task PersonalAsync(KioskDb db, Guid user, CancellationToken cancellation)
    {
        var day = await book.TodayAsync(user, cancellation);
        var pieces = await EditionPieces.ReadAsync(db, user, day, cancellation);
        Edition = Edition.Of(pieces, day.Day);
        LeftOver = day.LeftOver;
        var follows = await following.OfAsync(user, cancellation);
        IsPersonal = follows.Count > 0;
        Followed = [.. follows.Where(follow => follow is { Topic: not null, Weight: > 0 }).OrderByDescending(follow => follow.Weight)
            .Select(follow => new TopicLink(follow.Topic!.Slug, follow.Topic.Name))];
        if (await db.Users.AnyAsync(one => one.Id == user && one.KeepsHistory, cancellation))
            Unread = pieces.Count(piece => !piece.IsRead);
        if (follows.Count == 0 && (await following.SettingsAsync(user, cancellation)).WelcomedAt is null)
            Invitation = await Choices.ReadAsync(db, chosen: null, cancellation);
    }

    private static async Task<FirstRun> FirstRunAsync(KioskDb db, CancellationToken cancellation) => new(await db.Sources
        .AsNoTracking().Where(source => source.Enabled).OrderBy(source => source.Name)
        .Select(source => new FirstRunSource(source.Id, source.Slug, source.Name, source.LastCheckedAt != null, source.LastMessage))
        .ToListAsync(cancellation));

    private async Task<List<TopicNews>> TopicsAsync(KioskDb db, CancellationToken cancellation)
    {
        var since = time.Now.AddDays(-7);
        return await db.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Name)
            .Select(topic => new TopicNews(topic.Slug, topic.Name, db.ArticleTopics.Count(link => link.TopicId == topic.Id && link.ListedAt > since)))
            .ToListAsync(cancellation);
    }
}
