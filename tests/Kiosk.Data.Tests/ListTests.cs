using Kiosk.Data.Accounts;
using Kiosk.Data.Lists;
using Kiosk.Data.Merging;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests;

public sealed class ListTests
{
    private static readonly DateTimeOffset Now = Sample.Morning.AddHours(1);

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_change_over_somebody_elses_is_refused_and_a_mere_addition_joins_it(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (list, articles) = await FilledAsync(archive, 3);
        Assert.Equal(ListOutcome.Changed, await ChangeAsync(archive, list, version: 0, one => one.Title = "Van Noor"));
        Assert.Equal(ListOutcome.Outdated, await ChangeAsync(archive, list, version: 0, one => one.Title = "Van Bilal"));
        Assert.Equal(ListOutcome.Changed, await ChangeAsync(archive, list, version: null, one => ListChange.Remove(one, articles[0], Now)));
        Assert.Equal(ListOutcome.NotFound, await ChangeAsync(archive, 999, version: null, _ => { }));
        await using var db = archive.Open();
        var stored = await db.ReadingLists.Include(one => one.Entries).SingleAsync();
        Assert.Equal(("Van Noor", 2, 2), (stored.Title, stored.Version, ListOrder.Present(stored.Entries).Count));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Who_writes_at_the_same_moment_loses_nothing(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (list, articles) = await FilledAsync(archive, 6, onList: 0);
        var outcomes = await Task.WhenAll(articles.Select(article => Task.Run(() => ChangeAsync(archive, list, version: null, one => ListChange.Add(one, article, "", Now)))));
        Assert.All(outcomes, outcome => Assert.Equal(ListOutcome.Changed, outcome));
        await using var db = archive.Open();
        Assert.Equal(articles, await db.ListEntries.Select(entry => entry.ArticleId).OrderBy(id => id).ToListAsync());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_merge_carries_the_place_and_the_note_and_leaves_one_place(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (list, articles) = await FilledAsync(archive, 3, onList: 2);
        await ChangeAsync(archive, list, null, one => { one.Entries[0].Note = "Lees dit."; one.Entries[1].Note = "En dit."; });
        await using var db = archive.Open();
        Assert.Equal(MergeOutcome.Merged, await ArticleMerge.MergeAsync(db, articles[2], articles[0], Now));
        Assert.Equal(MergeOutcome.Merged, await ArticleMerge.MergeAsync(db, articles[2], articles[1], Now));
        var kept = await db.ListEntries.AsNoTracking().SingleAsync(entry => entry.ArticleId == articles[2]);
        Assert.Equal("Lees dit. En dit.", kept.Note);
        Assert.Equal(1, kept.Position);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Lists_and_shares_go_when_their_reader_goes_but_a_dossier_stays(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (dossier, _) = await FilledAsync(archive, 2);
        await using var db = archive.Open();
        var user = new User { Id = Guid.NewGuid(), Email = "noor@kiosk.example", CreatedAt = Now };
        db.Add(user);
        await db.SaveChangesAsync();
        db.Add(new ReadingList { UserId = user.Id, Title = "Van mij", CreatedAt = Now, ChangedAt = Now });
        db.Add(new ListMember { ListId = dossier, Email = "noor@kiosk.example", UserId = user.Id, AddedAt = Now });
        await db.SaveChangesAsync();
        await db.Users.ExecuteDeleteAsync();
        Assert.Empty(await db.ListMembers.AsNoTracking().ToListAsync());
        Assert.Equal(dossier, (await db.ReadingLists.AsNoTracking().SingleAsync()).Id);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_thrown_away_goes_for_good_after_a_month(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (list, articles) = await FilledAsync(archive, 2);
        await ChangeAsync(archive, list, null, one => ListChange.Remove(one, articles[0], Now));
        await using var db = archive.Open();
        await ListTrim.RunAsync(db, Now + ListTrim.Keeps);
        Assert.Equal(2, await db.ListEntries.CountAsync());
        await ListTrim.RunAsync(db, Now + ListTrim.Keeps + TimeSpan.FromSeconds(1));
        Assert.Equal(articles[1], (await db.ListEntries.AsNoTracking().SingleAsync()).ArticleId);
    }

    [Fact]
    public async Task A_list_that_is_full_takes_no_more()
    {
        await using var archive = await TestArchive.CreateAsync();
        var (list, articles) = await FilledAsync(archive, ListChange.MostEntries + 1, onList: ListChange.MostEntries);
        Assert.Equal(ListOutcome.Full, await ChangeAsync(archive, list, null, one => ListChange.Add(one, articles[^1], "", Now)));
    }

    [Theory]
    [InlineData("1a 2a 3b 4b", "2 omhoog", "2a 1a 3b 4b")]
    [InlineData("1a 2a 3b 4b", "3 omhoog", "1a 2a 3a 4b")]
    [InlineData("1a 2a 3b 4b", "2 omlaag", "1a 2b 3b 4b")]
    [InlineData("1a 2a 3b 4b", "1 omhoog", "1a 2a 3b 4b")]
    [InlineData("1a 2a 3b 4b", "4 omlaag", "1a 2a 3b 4b")]
    [InlineData("1a 2a 3b 4b", "4 op 1", "4a 1a 2a 3b")]
    [InlineData("1a 2a 3b 4b", "1 op 4", "2a 3b 4b 1b")]
    [InlineData("1a 2b 3a", "9 omhoog", "1a 3a 2b")]
    public void Entries_keep_together_under_their_heading(string before, string move, string after)
    {
        var entries = before.Split(' ').Select((text, place) => new ListEntry { ArticleId = text[0] - '0', Section = text[1..], Position = place }).ToList();
        var words = move.Split(' ');
        var article = long.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture);
        if (words[1] == "op")
            ListOrder.Take(entries, article, words[2][0] - '0');
        else if (words[1] == "omhoog")
            ListOrder.Up(entries, article);
        else
            ListOrder.Down(entries, article);
        Assert.Equal(after, string.Join(' ', ListOrder.Present(entries).Select(entry => $"{entry.ArticleId}{entry.Section}")));
    }

    private static async Task<ListOutcome> ChangeAsync(TestArchive archive, long list, int? version, Action<ReadingList> change)
    {
        await using var db = archive.Open();
        return await ListChange.ApplyAsync(db, list, version, Now, change);
    }

    private static async Task<(long List, long[] Articles)> FilledAsync(TestArchive archive, int articles, int? onList = null)
    {
        await using var db = archive.Open();
        var source = Sample.Source();
        db.Add(source);
        await db.SaveChangesAsync();
        var rows = Enumerable.Range(1, articles).Select(number => Sample.Article(source.Id, $"Stuk {number}")).ToList();
        db.AddRange(rows);
        await db.SaveChangesAsync();
        var list = new ReadingList { Title = "Teamoverleg", CreatedAt = Now, ChangedAt = Now };
        foreach (var article in rows.Take(onList ?? articles))
            ListChange.Add(list, article.Id, "", Now);
        db.Add(list);
        await db.SaveChangesAsync();
        return (list.Id, [.. rows.Select(article => article.Id)]);
    }
}
