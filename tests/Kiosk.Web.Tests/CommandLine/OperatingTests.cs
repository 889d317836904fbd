using Kiosk.Testing;
using Microsoft.Data.Sqlite;

namespace Kiosk.Web.Tests.CommandLine;

/// <summary>What an operator does on the command line: back up, restore, check, look at settings, move to another database.</summary>
public sealed class OperatingTests
{
    private const string Feed =
        """
        <rss version="2.0"><channel><title>Demobron</title>
        <item><title>Vroegsignalering werkt</title><link>https://demobron.example/1</link><pubDate>Thu, 19 Nov 2026 10:00:00 +0100</pubDate><description>Over huisbezoek.</description></item>
        </channel></rss>
        """;

    [Fact]
    public async Task A_backup_comes_back_and_what_stood_there_is_set_aside()
    {
        await using var place = await HarvestedAsync();
        var (code, output, error) = await place.RunAsync("backup");
        Assert.True(code == 0, output + error);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(place.DataDirectory, "backups")));
        Assert.Contains("1 stuk,", output, StringComparison.Ordinal);

        var (refused, _, why) = await place.RunAsync("restore", file);
        Assert.Equal(1, refused);
        Assert.Contains("--overwrite", why, StringComparison.Ordinal);

        Execute(place, "DELETE FROM articles");
        var (restored, said, problem) = await place.RunAsync("restore", file, "--overwrite");
        Assert.True(restored == 0, said + problem);
        Assert.Contains("kiosk.db.voor-", said, StringComparison.Ordinal);
        Assert.Contains("Vroegsignalering werkt", (await place.RunAsync("search", "huisbezoek")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_is_complete_in_an_empty_directory_and_refuses_what_is_no_backup()
    {
        await using var place = await HarvestedAsync();
        await place.RunAsync("backup", "kopie.db");
        var (code, _, _) = await place.RunAsync("restore", "kopie.db", "--data", "elders");
        Assert.Equal(0, code);
        Assert.Contains("Vroegsignalering werkt", (await place.RunAsync("search", "huisbezoek", "--data", "elders")).Output, StringComparison.Ordinal);
        var (bad, _, why) = await place.RunAsync("restore", place.File("x.db", "geen database"), "--data", "ergens");
        Assert.Equal(1, bad);
        Assert.Contains("geen leesbare reservekopie", why, StringComparison.Ordinal);
        Assert.Equal(1, (await place.RunAsync("backup", "--data", "nergens")).Code);
    }

    [Fact]
    public async Task Check_looks_everything_through_and_fails_where_somebody_must_act()
    {
        await using var place = await HarvestedAsync();
        await place.RunAsync("backup");
        var (code, output, error) = await place.RunAsync("check");
        Assert.True(code == 0, output + error);
        Assert.Contains("1 stuk in SQLite, helemaal nagelopen", output, StringComparison.Ordinal);
        Assert.Contains("en is goed: 1 stuk", output, StringComparison.Ordinal);
        Assert.Contains("let op Mail", output, StringComparison.Ordinal);
        Assert.Contains("zomer- en wintertijd zijn bekend", output, StringComparison.Ordinal);
        Assert.Contains("Webserver ervoor", output, StringComparison.Ordinal);

        place.Settings["KIOSK__MAIL__HOST"] = "127.0.0.1";
        place.Settings["KIOSK__MAIL__PORT"] = "1";
        var (failed, said, _) = await place.RunAsync("check");
        Assert.Equal(1, failed);
        Assert.Contains("FOUT  Mail", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_shows_what_holds_and_where_it_comes_from_but_no_secret()
    {
        await using var place = await Workplace.OpenAsync();
        place.Settings["KIOSK__MAIL__PASSWORD"] = "zeergeheim";
        place.Settings["KIOSK__METRICSTOKEN"] = "ook-heel-erg-geheim";
        place.Settings["CONNECTIONSTRINGS__KIOSK"] = "Host=db.example;Database=kiosk;Username=kiosk;Password=allergeheimst";
        place.Settings["COLUMNS"] = "200";
        var (code, output, error) = await place.RunAsync("config", "--data", "hier");
        Assert.True(code == 0, output + error);
        Assert.DoesNotContain("geheim", output + error, StringComparison.Ordinal);
        Assert.Contains("Kiosk:DataDirectory", output, StringComparison.Ordinal);
        Assert.Contains("opdrachtregel", output, StringComparison.Ordinal);
        Assert.Contains("omgeving", output, StringComparison.Ordinal);
        Assert.Contains("db.example", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.DataDirectory));
    }

    [Fact]
    public async Task An_archive_moves_to_PostgreSQL_and_back()
    {
        await using var postgres = await TestArchive.CreateEmptyAsync(StorageKind.Postgres);
        await using var place = await HarvestedAsync();
        var (code, output, error) = await place.RunAsync("migrate-data", "--to", postgres.Options.PostgresConnection!);
        Assert.True(code == 0, output + error);
        place.Settings["CONNECTIONSTRINGS__KIOSK"] = postgres.Options.PostgresConnection!;
        Assert.Contains("Vroegsignalering werkt", (await place.RunAsync("search", "huisbezoek", "--data", "knooppunt")).Output, StringComparison.Ordinal);
        var (refused, _, why) = await place.RunAsync("migrate-data", "--to", postgres.Options.PostgresConnection!);
        Assert.Equal(1, refused);
        Assert.Contains("er wordt niets overschreven", why, StringComparison.Ordinal);
        Assert.Contains("pg_dump", (await place.RunAsync("backup")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunAsync("migrate-data", "--to", "terug")).Code);
        place.Settings.Remove("CONNECTIONSTRINGS__KIOSK");
        Assert.Contains("Vroegsignalering werkt", (await place.RunAsync("search", "huisbezoek", "--data", "terug")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await place.RunAsync("migrate-data", "--to", "Host=;;x=")).Code);
    }

    private static async Task<Workplace> HarvestedAsync()
    {
        var place = await Workplace.OpenAsync();
        place.Server.Serve("/feed.xml", Feed, "application/rss+xml");
        place.WriteFeeds("/feed.xml");
        Assert.Equal(0, (await place.RunAsync("harvest")).Code);
        return place;
    }

    private static void Execute(Workplace place, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(place.DataDirectory, "kiosk.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
