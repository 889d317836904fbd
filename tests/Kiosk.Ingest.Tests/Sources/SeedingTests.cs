using Kiosk.Data;
using Kiosk.Ingest.Sources;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Tests.Sources;

public sealed class SeedingTests
{
    private const string Topics = """{ "id": "wsnp", "name": "Wsnp", "rule": "wsnp" }, { "id": "jongeren", "name": "Jongeren" }""";

    private readonly ManualTime _time = new();

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_first_time_everything_comes_in_and_is_due_at_once(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind, _time);

        var report = await SeedAsync(archive, Source("""
            "kind": "opinie", "rights": "link", "every": "3h", "topics": ["jongeren"], "filter": "schulden", "language": "nl", "enabled": false,
            "note": "Let op.", "select": { "within": "/nieuws/" }
            """));

        Assert.Equal(["wsnp", "jongeren", "krant"], report.Added);
        await using var db = archive.Open();
        Assert.Equal(["wsnp 0 wsnp", "jongeren 1 "], await db.Topics.OrderBy(topic => topic.Position).Select(topic => topic.Slug + " " + topic.Position + " " + topic.Rule).ToListAsync());
        var source = await SourceAsync(db);
        Assert.Equal(("De Krant", "https://krant.example/feed", SourceFormat.Feed, ArticleKind.Opinie, Rights.Link), (source.Name, source.Url, source.Format, source.Kind, source.Rights));
        Assert.Equal((180, "schulden", "nl", false, "Let op.", """{"within":"/nieuws/"}"""), (source.EveryMinutes, source.Filter, source.Language, source.Enabled, source.Note, source.Select));
        Assert.Equal(_time.GetUtcNow(), source.NextCheckAt);
        Assert.Equal(["jongeren"], source.Topics.Select(link => link.Topic!.Slug));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_unchanged_file_writes_nothing(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind, _time);
        var file = Source(""" "topics": ["wsnp"], "every": "1d", "select": { "links": "h2 a" } """);
        await SeedAsync(archive, file);
        _time.Advance(TimeSpan.FromDays(1));

        await using var db = archive.Open();
        var written = 0;
        db.SavedChanges += (_, saved) => written += saved.EntitiesSavedCount;
        var report = await Seeding.SeedAsync(db, FeedsFiles.Sound(file), _time, TestContext.Current.CancellationToken);

        Assert.True(report.IsEmpty);
        Assert.Equal(0, written);
    }

    [Fact]
    public async Task What_changes_in_the_file_changes_in_the_kiosk()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await SeedAsync(archive, Source(""" "every": "1h", "note": "Oud." """));

        var report = await SeedAsync(archive, Source(""" "every": "3h", "kind": "rapport", "enabled": false """));

        Assert.Equal(["krant"], report.Updated);
        await using var db = archive.Open();
        var source = await SourceAsync(db);
        Assert.Equal((180, null, ArticleKind.Rapport, false), (source.EveryMinutes, source.Note, source.Kind, source.Enabled));
    }

    [Fact]
    public async Task What_was_changed_in_the_kiosk_stays_and_the_rest_of_the_entry_follows_the_file()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await SeedAsync(archive, Source(""" "every": "1h", "filter": "schulden" """));
        await EditAsync(archive, source => source.Filter = "armoede");

        var report = await SeedAsync(archive, Source(""" "every": "3h", "filter": "incasso" """));
        var again = await SeedAsync(archive, Source(""" "every": "3h", "filter": "incasso" """));

        Assert.Equal(["krant"], report.Updated);
        Assert.Equal(["krant.filter"], report.Kept);
        Assert.True(again.IsEmpty);
        await using var db = archive.Open();
        var source = await SourceAsync(db);
        Assert.Equal(("armoede", 180), (source.Filter, source.EveryMinutes));
    }

    [Fact]
    public async Task A_field_that_is_set_back_in_the_kiosk_follows_the_file_again()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await SeedAsync(archive, Source(""" "filter": "schulden" """));
        await EditAsync(archive, source => source.Filter = "armoede");
        await SeedAsync(archive, Source(""" "filter": "incasso" """));
        await EditAsync(archive, source => source.Filter = "incasso");

        await SeedAsync(archive, Source(""" "filter": "wsnp" """));

        await using var db = archive.Open();
        Assert.Equal("wsnp", (await SourceAsync(db)).Filter);
    }

    [Fact]
    public async Task Topics_of_a_source_are_merged_one_by_one()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        const string more = Topics + """, { "id": "bbz", "name": "Bbz" }, { "id": "bkr", "name": "BKR" }""";
        await SeedAsync(archive, Source(""" "topics": ["wsnp", "jongeren"] """, more));
        await using (var db = archive.Open())
        {
            var source = await SourceAsync(db);
            source.Topics.RemoveAll(link => link.Topic!.Slug == "wsnp");
            source.Topics.Add(new SourceTopic { Topic = await db.Topics.SingleAsync(topic => topic.Slug == "bkr") });
            await db.SaveChangesAsync();
        }

        await SeedAsync(archive, Source(""" "topics": ["wsnp", "bbz"] """, more));

        await using var after = archive.Open();
        Assert.Equal(["bbz", "bkr"], (await SourceAsync(after)).Topics.Select(link => link.Topic!.Slug).Order());
    }

    [Theory]
    [InlineData(""" "url": "https://krant.example/rss" """)]
    [InlineData(""" "format": "sitemap" """)]
    [InlineData(""" "filter": "schulden" """)]
    [InlineData(""" "select": { "within": "/nieuws/" } """)]
    public async Task A_source_that_is_read_otherwise_than_before_starts_afresh(string change)
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await SeedAsync(archive, Source());
        await EditAsync(archive, Harvested);
        _time.Advance(TimeSpan.FromHours(1));

        await SeedAsync(archive, Source(change));

        await using var db = archive.Open();
        var source = await SourceAsync(db);
        Assert.Equal((null, null, null, null, 0), (source.ETag, source.LastModified, source.LastBodyAt, source.BodyHash, source.FailureCount));
        Assert.Equal(_time.GetUtcNow(), source.NextCheckAt);
    }

    [Fact]
    public async Task Another_name_leaves_the_schedule_alone()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await SeedAsync(archive, Source());
        await EditAsync(archive, Harvested);

        await SeedAsync(archive, Source(""" "name": "De Nieuwe Krant" """));

        await using var db = archive.Open();
        var source = await SourceAsync(db);
        Assert.Equal(("De Nieuwe Krant", "\"abc\"", 3), (source.Name, source.ETag, source.FailureCount));
        Assert.Equal(_time.GetUtcNow().AddDays(1), source.NextCheckAt);
    }

    [Fact]
    public async Task A_source_that_left_the_file_is_switched_off_once_and_says_so()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await SeedAsync(archive, Source(""" "note": "CC0." """));

        var report = await SeedAsync(archive, File("", Topics));
        var again = await SeedAsync(archive, File("", Topics));

        Assert.Equal(["krant"], report.Disabled);
        Assert.True(again.IsEmpty);
        await using var db = archive.Open();
        var source = await SourceAsync(db);
        Assert.Equal((false, "CC0. Staat niet meer in feeds.json."), (source.Enabled, source.Note));
    }

    [Fact]
    public async Task A_source_that_comes_back_into_the_file_is_switched_on_again()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await SeedAsync(archive, Source(""" "note": "CC0." """));
        await SeedAsync(archive, File("", Topics));

        await SeedAsync(archive, Source(""" "note": "CC0." """));

        await using var db = archive.Open();
        var source = await SourceAsync(db);
        Assert.Equal((true, "CC0."), (source.Enabled, source.Note));
    }

    [Fact]
    public async Task Somebody_who_switches_a_source_on_or_off_in_the_kiosk_is_obeyed()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await SeedAsync(archive, Source(""" "enabled": false """));
        await EditAsync(archive, source => source.Enabled = true);

        var report = await SeedAsync(archive, File("", Topics));

        Assert.Empty(report.Disabled);
        await using var db = archive.Open();
        Assert.True((await SourceAsync(db)).Enabled);
    }

    [Fact]
    public async Task A_source_made_in_the_kiosk_is_left_alone_and_adopted_as_it_stands_once_the_file_names_it()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await using (var db = archive.Open())
        {
            db.Sources.Add(Sample.Source("krant"));
            await db.SaveChangesAsync();
        }

        Assert.Empty((await SeedAsync(archive, File("", Topics))).Disabled);
        await SeedAsync(archive, Source(""" "every": "1d" """));
        await SeedAsync(archive, Source(""" "every": "1d", "note": "Nieuw." """));

        await using var after = archive.Open();
        var source = await SourceAsync(after);
        Assert.Equal(("Demobron krant", 60, true, "Nieuw."), (source.Name, source.EveryMinutes, source.Enabled, source.Note));
    }

    [Fact]
    public async Task A_seed_that_cannot_be_read_costs_nobody_their_changes()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await SeedAsync(archive, Source());
        await EditAsync(archive, source => (source.Name, source.Seed) = ("Eigen naam", "{ oud"));

        await SeedAsync(archive, Source(""" "name": "Naam uit bestand" """));

        await using var db = archive.Open();
        Assert.Equal("Eigen naam", (await SourceAsync(db)).Name);
    }

    [Fact]
    public async Task Topics_are_merged_per_field_and_stay_when_they_leave_the_file()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await SeedAsync(archive, Source());
        await using (var db = archive.Open())
        {
            (await db.Topics.SingleAsync(topic => topic.Slug == "wsnp")).Rule = "wsnp OF schuldsanering";
            await db.SaveChangesAsync();
        }

        var report = await SeedAsync(archive, File("", """{ "id": "bbz", "name": "Bbz" }, { "id": "wsnp", "name": "De Wsnp", "rule": "sanering" }"""));

        Assert.Equal(["bbz"], report.Added);
        Assert.Equal(["wsnp"], report.Updated);
        Assert.Equal(["wsnp.rule"], report.Kept);
        await using var after = archive.Open();
        Assert.Equal(
            ["bbz 0 Bbz ", "jongeren 1 Jongeren ", "wsnp 1 De Wsnp wsnp OF schuldsanering"],
            await after.Topics.OrderBy(topic => topic.Slug).Select(topic => topic.Slug + " " + topic.Position + " " + topic.Name + " " + topic.Rule).ToListAsync());
    }

    [Fact]
    public async Task A_node_that_fails_half_way_leaves_nothing_behind()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        await using var db = archive.Open();
        db.SavedChanges += (_, _) => throw new IOException("The disk is full.");

        await Assert.ThrowsAsync<IOException>(() => Seeding.SeedAsync(db, FeedsFiles.Sound(Source()), _time));

        await using var after = archive.Open();
        Assert.Empty(await after.Topics.ToListAsync());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Nodes_that_start_together_seed_once(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind, _time);

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SeedAsync(archive, Source(""" "topics": ["wsnp"] """)))));

        Assert.Single(reports, report => report.Added.Count == 3);
        Assert.Equal(3, reports.Count(report => report.IsEmpty));
    }

    [Fact]
    public async Task The_report_is_one_line_that_names_what_happened()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);

        Assert.Equal("feeds.json verwerkt: 3 nieuw (wsnp, jongeren, krant)", (await SeedAsync(archive, Source())).ToString());
        Assert.Equal("feeds.json verwerkt: 1 uitgezet, want niet meer in het bestand (krant)", (await SeedAsync(archive, File("", Topics))).ToString());
        Assert.Equal("feeds.json is niet veranderd", (await SeedAsync(archive, File("", Topics))).ToString());
    }

    [Fact]
    public async Task The_shipped_file_seeds()
    {
        await using var archive = await TestArchive.CreateAsync(time: _time);
        var file = FeedsFile.ReadFile(FeedsFiles.Shipped("feeds.json")).File!;

        await using (var db = archive.Open())
            Assert.Equal(file.Topics.Count + file.Sources.Count, (await Seeding.SeedAsync(db, file, _time)).Added.Count);

        await using var again = archive.Open();
        Assert.True((await Seeding.SeedAsync(again, file, _time)).IsEmpty);
    }

    /// <summary>A file with one source; keys given here replace or follow its own.</summary>
    private static string Source(string keys = "", string topics = Topics)
    {
        var own = new Dictionary<string, string> { ["name"] = "De Krant", ["url"] = "https://krant.example/feed", ["format"] = "feed" };
        var rest = own.Where(pair => !keys.Contains($"\"{pair.Key}\":", StringComparison.Ordinal)).Select(pair => $"\"{pair.Key}\": \"{pair.Value}\"");
        return File("{ " + string.Join(", ", rest.Prepend("\"id\": \"krant\"").Append(keys).Where(part => part.Length > 0)) + " }", topics);
    }

    private static string File(string sources, string topics) => "{ \"topics\": [" + topics + "], \"sources\": [" + sources + "] }";

    private async Task<SeedReport> SeedAsync(TestArchive archive, string json)
    {
        await using var db = archive.Open();
        return await Seeding.SeedAsync(db, FeedsFiles.Sound(json), _time);
    }

    private static Task<Source> SourceAsync(KioskDb db) => db.Sources.Include(source => source.Topics).ThenInclude(link => link.Topic).SingleAsync();

    private static async Task EditAsync(TestArchive archive, Action<Source> edit)
    {
        await using var db = archive.Open();
        edit(await SourceAsync(db));
        await db.SaveChangesAsync();
    }

    private void Harvested(Source source)
    {
        source.ETag = "\"abc\"";
        source.LastModified = "Fri, 20 Nov 2026 08:00:00 GMT";
        source.LastBodyAt = _time.GetUtcNow();
        source.BodyHash = "00ff";
        source.FailureCount = 3;
        source.NextCheckAt = _time.GetUtcNow().AddDays(1);
    }
}
