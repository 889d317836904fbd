using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Kiosk.Web.Tests.CommandLine;

public sealed class KillTests
{
    private const int Sources = 6;
    private const int ItemsEach = 60;
    private const int Kills = 24;

    [Fact]
    public async Task Killed_at_any_moment_of_a_harvest_nothing_is_lost_and_nothing_doubled()
    {
        await using var place = await Workplace.OpenAsync();
        var requests = new RequestBell();
        for (var source = 0; source < Sources; source++)
            place.Server.Map($"/{source}.xml", requests.Ringing(Feed(source)));
        place.WriteFeeds([.. Enumerable.Range(0, Sources).Select(source => $"/{source}.xml")]);

        var random = new Random(20261120);
        var killed = 0;
        for (var round = 0; round < Kills; round++)
        {
            // The kill follows a request by a moment, so that it falls in fetching, storing, recording and indexing, however fast the machine.
            var bell = requests.After(random.Next(1, Sources + 1));
            using var kiosk = place.Start("harvest");
            await Task.WhenAny(bell, Task.Delay(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
            await Task.Delay(random.Next(0, 500), TestContext.Current.CancellationToken);
            killed += kiosk.HasExited ? 0 : 1;
            kiosk.Kill();
            AssertSound(place.DataDirectory);
        }

        Assert.InRange(killed, Kills / 2, Kills);
        var (code, output, error) = await place.RunAsync("harvest");
        Assert.True(code == 0, output + error);
        Assert.Equal(Sources * ItemsEach, Count(place.DataDirectory, "SELECT count(*) FROM articles"));
        Assert.Equal(Sources * ItemsEach, Count(place.DataDirectory, "SELECT count(DISTINCT title) FROM articles"));
        Assert.Equal(0, Count(place.DataDirectory, "SELECT count(*) FROM sources WHERE lease_owner IS NOT NULL OR last_outcome NOT IN ('harvested', 'unchanged')"));
        var (_, found, _) = await place.RunWithInputAsync("{\"q\":\"huisbezoek\",\"limit\":1}\n", "search", "--jsonl");
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{{\"total\":{Sources * ItemsEach},"), found, StringComparison.Ordinal);
    }

    private static string Feed(int source) =>
        "<rss version=\"2.0\"><channel><title>Bron</title>"
        + string.Concat(Enumerable.Range(0, ItemsEach).Select(item =>
            $"<item><title>Stuk {source}-{item}</title><link>https://bron.example/{source}/{item}</link><description>Het huisbezoek nummer {item} van bron {source}.</description></item>"))
        + "</channel></rss>";

    private static void AssertSound(string dataDirectory)
    {
        if (!File.Exists(Path.Combine(dataDirectory, "kiosk.db")) || Count(dataDirectory, "SELECT count(*) FROM sqlite_schema WHERE name = 'articles'") == 0)
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
