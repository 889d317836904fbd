using Kiosk.Data.Editorial;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests.Editorial;

public sealed class ArticleWorkTests
{
    private static readonly DateTimeOffset Now = Sample.Morning.AddHours(2);

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_second_of_two_editors_overwrites_nothing(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (one, _) = await TwoAsync(archive);
        await using var db = archive.Open();
        Assert.Equal(WorkOutcome.Done, await ArticleCorrecting.CorrectAsync(db, By("Marit"), one, Title("Van Marit")));
        Assert.Equal(WorkOutcome.Outdated, await ArticleCorrecting.CorrectAsync(db, By("Sofie"), one, Title("Van Sofie")));
        Assert.Equal(WorkOutcome.Outdated, await ArticleStanding.HideAsync(db, By("Sofie"), one));
        var article = await db.Articles.SingleAsync(article => article.Id == one.Id);
        Assert.Equal(("Van Marit", ArticleState.Waiting), (article.Title, article.State));
        Assert.Equal("Marit", (await db.EditorialActs.SingleAsync()).EditorName);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_two_at_the_very_same_moment_one_wins_and_the_other_is_told(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (one, _) = await TwoAsync(archive);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async editor =>
        {
            await using var db = archive.Open();
            return await ArticleCorrecting.CorrectAsync(db, By($"Redacteur {editor}"), one, Title($"Kop {editor}"));
        }));
        Assert.Equal((1, 3), (outcomes.Count(outcome => outcome == WorkOutcome.Done), outcomes.Count(outcome => outcome == WorkOutcome.Outdated)));
        await using var after = archive.Open();
        Assert.Equal(1, await after.EditorialActs.CountAsync());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Publishing_and_withdrawing_are_undone_in_their_order(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (one, _) = await TwoAsync(archive);
        await using var db = archive.Open();
        await ArticleStanding.PublishAsync(db, By("Marit"), one);
        await ArticleStanding.WithdrawAsync(db, By("Marit"), one with { Version = 1 }, "Op verzoek van de bron.");
        var acts = await db.EditorialActs.AsNoTracking().OrderBy(act => act.Id).ToListAsync();
        Assert.Contains("Draai dat eerst terug", Assert.Single((await EditorialUndo.OneAsync(db, acts[0].Id, By("Marit"))).Problems), StringComparison.Ordinal);
        Assert.Equal(1, (await EditorialUndo.OneAsync(db, acts[1].Id, By("Marit"))).Done);
        Assert.Equal((ArticleState.Visible, (string?)null, false), await StandingAsync(archive, one.Id));
        Assert.Equal(1, (await EditorialUndo.OneAsync(db, acts[0].Id, By("Marit"))).Done);
        Assert.Equal((ArticleState.Waiting, (string?)null, false), await StandingAsync(archive, one.Id));
        await using var after = archive.Open();
        Assert.NotNull((await after.Articles.SingleAsync(article => article.Id == one.Id)).InboxAt);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_correction_can_be_undone_and_the_words_of_the_source_taken_back(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (one, _) = await TwoAsync(archive);
        await using var db = archive.Open();
        await ArticleCorrecting.CorrectAsync(db, By("Marit"), one, new Dictionary<CorrectedField, string?> { [CorrectedField.Title] = "Beter", [CorrectedField.Authors] = "Noor\nBilal" });
        await using (var between = archive.Open())
        {
            var corrected = await between.Articles.Include(article => article.Corrections).SingleAsync(article => article.Id == one.Id);
            Assert.Equal(("Beter", "Een"), (corrected.Title, corrected.Corrections.Single(correction => correction.Field == CorrectedField.Title).SourceValue));
            Assert.Equal(["Noor", "Bilal"], corrected.Authors);
        }

        Assert.Equal(1, (await EditorialUndo.OneAsync(db, (await db.EditorialActs.AsNoTracking().SingleAsync()).Id, By("Marit"))).Done);
        await using var after = archive.Open();
        var article = await after.Articles.Include(article => article.Corrections).SingleAsync(article => article.Id == one.Id);
        Assert.Equal(("Een", 0, 0), (article.Title, article.Authors.Count, article.Corrections.Count));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_claim_warns_others_and_lapses(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (one, two) = await TwoAsync(archive);
        var (marit, sofie) = (await EditorAsync(archive, "Marit"), await EditorAsync(archive, "Sofie"));
        await using var db = archive.Open();
        Assert.Null(await DeskClaims.TakeAsync(db, one.Id, marit(Now)));
        Assert.Equal("Marit", (await DeskClaims.TakeAsync(db, one.Id, sofie(Now.AddMinutes(1))))!.EditorName);
        Assert.Null(await DeskClaims.TakeAsync(db, one.Id, sofie(Now + DeskClaims.Lasts)));
        Assert.Null(await DeskClaims.TakeAsync(db, two.Id, sofie(Now + DeskClaims.Lasts)));
        await using var after = archive.Open();
        Assert.Equal(two.Id, (await after.DeskClaims.SingleAsync()).ArticleId);
    }

    internal static ActBatch By(string name) => new(null, name, Now);

    private static Dictionary<CorrectedField, string?> Title(string title) => new() { [CorrectedField.Title] = title };

    private static async Task<Func<DateTimeOffset, ActBatch>> EditorAsync(TestArchive archive, string name)
    {
        await using var db = archive.Open();
        var user = new Accounts.User { Id = Guid.NewGuid(), Name = name, Email = $"{name}@kiosk.example", NormalizedEmail = name, CreatedAt = Now };
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return at => new ActBatch(user.Id, name, at);
    }

    private static async Task<(ArticleState State, string? Reason, bool KeptOut)> StandingAsync(TestArchive archive, long id)
    {
        await using var db = archive.Open();
        var article = await db.Articles.SingleAsync(article => article.Id == id);
        return (article.State, article.StateReason, article.KeptOut);
    }

    /// <summary>Two articles that wait in the inbox.</summary>
    internal static async Task<(ArticleRef One, ArticleRef Two)> TwoAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        var source = Sample.Source();
        db.Sources.Add(source);
        await db.SaveChangesAsync();
        var (one, two) = (Sample.Article(source.Id, "Een"), Sample.Article(source.Id, "Twee"));
        foreach (var article in new[] { one, two })
        {
            (article.State, article.InboxAt) = (ArticleState.Waiting, Sample.Morning);
            article.Aliases.Add(new ArticleAlias { Name = "url:" + article.Title });
            db.Articles.Add(article);
            await db.SaveChangesAsync();
        }

        return (new ArticleRef(one.Id, 0), new ArticleRef(two.Id, 0));
    }
}
