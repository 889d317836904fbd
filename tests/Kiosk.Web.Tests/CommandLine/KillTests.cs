using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Kiosk.Web.Tests.CommandLine;

/// <summary>With <c>KIOSK_TEST_KILLS=100</c> in the environment it kills that often.</summary>
public sealed class KillTests
{
    private const int LatestRequest = 9;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("KIOSK_TEST_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 6;

    [Fact]
    public async Task Killed_at_any_moment_of_a_harvest_of_feeds_pages_and_repositories_nothing_is_lost_and_nothing_doubled()
    {
        await using var place = await Workplace.OpenAsync();
        var bell = new RequestBell();
        var newsroom = new GrowingNewsroom(place.Server, bell);
        place.File("feeds.json", JsonSerializer.Serialize(new { topics = Array.Empty<object>(), sources = newsroom.Sources }));

        var random = new Random(20261120);
        var killed = 0;
        for (var round = 0; round < Kills; round++)
        {
            newsroom.Publish();
            // The kill follows a request by a moment, so that it falls in fetching, storing, recording and indexing, however fast the machine.
            var ring = bell.After(random.Next(1, LatestRequest));
            using var kiosk = place.Start("harvest");
            await Task.WhenAny(ring, kiosk.EndAsync(), Task.Delay(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
            await Task.Delay(random.Next(0, 300), TestContext.Current.CancellationToken);
            killed += kiosk.HasExited ? 0 : 1;
            kiosk.Kill();
            AssertSound(place.DataDirectory);
        }

        Assert.InRange(killed, Kills * 3 / 4, Kills);
        TestContext.Current.SendDiagnosticMessage($"{killed} of {Kills} harvests killed; {newsroom.Given} articles and {newsroom.Pages} pages.");
        await AssertNothingLostAsync(place, newsroom);
    }

    private static async Task AssertNothingLostAsync(Workplace place, GrowingNewsroom newsroom)
    {
        // What the killed ones left off goes on by itself; a harvest reads fifty pages of a host.
        for (var left = long.MaxValue; Due(place.DataDirectory) is var due && due < left; left = due)
        {
            var (code, output, error) = await place.RunAsync("harvest");
            Assert.True(code == 0, output + error);
        }

        Assert.Equal(newsroom.Given, Count(place.DataDirectory, "SELECT count(*) FROM articles WHERE url NOT LIKE '%/stuk/%'"));
        // A page that was being read at a kill is claimed for some minutes more; then its turn comes again.
        Assert.Equal(newsroom.Pages, Count(place.DataDirectory, "SELECT (SELECT count(*) FROM articles WHERE url LIKE '%/stuk/%') + (SELECT count(*) FROM pages_to_read WHERE item IS NOT NULL)"));
        Assert.Equal(0, Count(place.DataDirectory, "SELECT count(*) FROM articles WHERE url LIKE '%/stuk/%' AND body_text NOT LIKE '%deel 5 van%'"));
        Assert.Equal(0, Count(place.DataDirectory, "SELECT count(*) FROM sources WHERE lease_owner IS NOT NULL OR last_outcome NOT IN ('harvested', 'unchanged')"));
        var articles = Count(place.DataDirectory, "SELECT count(*) FROM articles");
        var (_, found, _) = await place.RunWithInputAsync("{\"q\":\"huisbezoek\",\"limit\":1}\n", "search", "--jsonl");
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{{\"total\":{articles},"), found, StringComparison.Ordinal);
    }

    private static long Due(string dataDirectory) => Count(dataDirectory, "SELECT count(*) FROM pages_to_read WHERE item IS NOT NULL");

    private static void AssertSound(string dataDirectory)
    {
        if (!File.Exists(Path.Combine(dataDirectory, "kiosk.db")) || Count(dataDirectory, "SELECT count(*) FROM sqlite_schema WHERE name = 'pages_to_read'") == 0)
            return;
        Assert.Equal(0, Count(dataDirectory, "SELECT count(*) - count(DISTINCT title) FROM articles"));
        Assert.Equal(0, Count(dataDirectory, "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article_id FROM article_aliases)"));
        Assert.Equal(0, Count(dataDirectory, "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article_id FROM article_changes)"));
        Assert.Equal(1, Count(dataDirectory, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"));
    }

    private static long Count(string dataDirectory, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(dataDirectory, "kiosk.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
