using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Testing;
using Kiosk.Web.Digests;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Kiosk.Web.Tests.CommandLine;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Kiosk.Web.Tests.Cluster;

/// <summary>
/// Three processes on one PostgreSQL: two are killed, the network is cut, and whoever is left finishes the work. They are quicker about it than a kiosk is by itself;
/// <c>KIOSK_TEST_CLUSTER=defaults</c> leaves the settings as they are.
/// </summary>
public sealed class ClusterTests
{
    private const int Nodes = 3;
    private const int Subscribers = 300;
    private const int SlowItems = 5;

    private static readonly bool WithDefaults = Environment.GetEnvironmentVariable("KIOSK_TEST_CLUSTER") == "defaults";
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TakenOver = TimeSpan.FromMinutes(1);

    /// <summary>Beyond the outage: a pool that finds out about its broken connections.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Whichever_node_dies_and_while_the_network_is_cut_nothing_is_lost_and_nothing_done_twice()
    {
        await using var archive = await TestArchive.CreateEmptyAsync(StorageKind.Postgres);
        var database = new NpgsqlConnectionStringBuilder(archive.Options.PostgresConnection) { Pooling = false };
        await using var proxy = new PostgresProxy(database.Host!, database.Port);
        await using var server = await LoopbackServer.StartAsync();
        var newsroom = new GrowingNewsroom(server, new RequestBell());
        server.Map("/traag.xml", SlowFeedAsync);
        newsroom.Publish();
        var nodes = Enumerable.Range(0, Nodes).Select(_ => new Node(Feeds(server, newsroom), Settings(database, proxy, server))).ToList();
        try
        {
            await Task.WhenAll(nodes.Select(node => node.ReadyAsync()));

            // The network is cut in the middle of a harvest.
            newsroom.Publish();
            await VisitAgainAsync(database);
            await OwnerAsync(database, nodes, "SELECT lease_owner FROM sources WHERE slug = 'traag' AND lease_until > now()");
            var cut = TimeProvider.System.GetUtcNow();
            await ExecuteAsync(database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            proxy.Cut();
            await Task.Delay(Outage, TestContext.Current.CancellationToken);
            proxy.Mend();
            var mended = TimeProvider.System.GetUtcNow();
            var afterCut = await UntilAsync(database, HarvestLeft, 0);

            // A node is killed in the middle of a harvest.
            newsroom.Publish();
            await VisitAgainAsync(database);
            await (await OwnerAsync(database, nodes, "SELECT lease_owner FROM sources WHERE slug = 'traag' AND lease_until > now()")).KillAsync();
            var afterHarvestKill = await UntilAsync(database, HarvestLeft, 0);

            // Another is killed in the middle of a digest.
            await using (var db = archive.Open())
                await PlanAsync(db);
            var inTheMiddle = await OwnerAsync(database, nodes, "SELECT lease_owner FROM deliveries WHERE state = 'claimed' AND (SELECT count(*) FROM deliveries WHERE state = 'sent') > 20 LIMIT 1");
            await inTheMiddle.KillAsync();
            var open = await CountAsync(database, LettersLeft);
            var afterDigestKill = await UntilAsync(database, LettersLeft, 0);

            Assert.True(open > 0, "The digest was done before its node was killed.");
            var failed = nodes.SelectMany(node => node.Poll.Failed).ToList();
            TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
                $"Taken over after the cut in {afterCut.TotalSeconds:F1} s, after a kill in a harvest in {afterHarvestKill.TotalSeconds:F1} s, in a digest in {afterDigestKill.TotalSeconds:F1} s with {open} letters open; {failed.Count} pages failed, the last was asked {(failed.Select(page => page.Asked).DefaultIfEmpty(mended).Max() - mended).TotalSeconds:F1} s after the network was back, the slowest took {failed.Select(page => page.Took).DefaultIfEmpty().Max().TotalSeconds:F1} s."));
            await AssertNothingLostOrDoubledAsync(database, nodes, newsroom);

            // No page fails for longer than the outage, and none when another node is killed.
            Assert.All(nodes, node => Assert.True(node.Poll.Given > 0));
            Assert.Empty(failed.Where(page => page.Asked + page.Took < cut || page.Asked > mended + Recovery));
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
        }
    }

    private const string HarvestLeft = "SELECT (SELECT count(*) FROM sources WHERE lease_owner IS NOT NULL OR next_check_at < now()) + (SELECT count(*) FROM pages_to_read WHERE item IS NOT NULL)";
    private const string LettersLeft = "SELECT count(*) FROM deliveries WHERE state IN ('waiting', 'claimed')";

    private static async Task AssertNothingLostOrDoubledAsync(NpgsqlConnectionStringBuilder database, List<Node> nodes, GrowingNewsroom newsroom)
    {
        Assert.Equal(newsroom.Given + newsroom.Pages + SlowItems, await CountAsync(database, "SELECT count(*) FROM articles"));
        Assert.Equal(0, await CountAsync(database, "SELECT count(*) - count(DISTINCT title) FROM articles"));
        Assert.Equal(0, await CountAsync(database, "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article_id FROM article_aliases) OR id NOT IN (SELECT article_id FROM article_changes)"));
        Assert.Equal(Subscribers, await CountAsync(database, "SELECT count(*) FROM deliveries WHERE state = 'sent'"));
        Assert.Equal(0, await CountAsync(database, "SELECT count(*) FROM deliveries WHERE attempts > 2"));

        var letters = nodes.SelectMany(node => node.Letters).ToList();
        Assert.Equal(Subscribers, letters.Distinct(StringComparer.Ordinal).Count());
        // The letters in the hands of the node that was killed, one for each connection, may go again, under the same Message-ID.
        Assert.InRange(letters.Count - Subscribers, 0, new MailOptions().Connections);
    }

    private static string Feeds(LoopbackServer server, GrowingNewsroom newsroom) => JsonSerializer.Serialize(new
    {
        topics = new[] { new { id = "huisbezoek", name = "Huisbezoek", rule = "huisbezoek" } },
        sources = newsroom.Sources.Append(new { id = "traag", name = "Bron traag", url = server.Url("/traag.xml"), format = "feed" }),
    });

    private static Dictionary<string, string> Settings(NpgsqlConnectionStringBuilder database, PostgresProxy proxy, LoopbackServer server)
    {
        var settings = new Dictionary<string, string>
        {
            ["CONNECTIONSTRINGS__KIOSK"] = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Host = "127.0.0.1", Port = proxy.Port, Pooling = true, MaxPoolSize = 30 }.ConnectionString,
            ["KIOSK__FETCH__ALLOWEDPRIVATEHOSTS"] = server.Host,
        };
        if (!WithDefaults)
            (settings["KIOSK__HARVESTTICKSECONDS"], settings["KIOSK__DIGEST__TICKSECONDS"], settings["KIOSK__LEASESECONDS"]) = ("1", "1", "5");
        return settings;
    }

    /// <summary>Takes two seconds to answer, so that its visit is under way for as long.</summary>
    private static async Task SlowFeedAsync(HttpContext context)
    {
        await Task.Delay(TimeSpan.FromSeconds(2), context.RequestAborted);
        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        var items = string.Concat(Enumerable.Range(0, SlowItems).Select(item => $"<item><title>Traag bericht {item}</title><guid isPermaLink=\"false\">traag-{item}</guid><description>Het huisbezoek nummer {item} kwam laat.</description></item>"));
        await context.Response.WriteAsync($"<rss version=\"2.0\"><channel><title>Traag</title>{items}</channel></rss>", context.RequestAborted);
    }

    private static async Task PlanAsync(KioskDb db)
    {
        var now = TimeProvider.System.GetUtcNow();
        var topic = db.Topics.Single();
        var digest = await DeliveryPlan.DigestOfAsync(db, DigestCalendar.WeekOf(DutchTime.DayOf(now)), TestContext.Current.CancellationToken);
        for (var number = 0; number < Subscribers; number++)
        {
            var subscriber = new Subscriber { Email = $"lezer-{number}@gemeente.example", AskedAt = now.AddDays(-60), ConsentedAt = now };
            subscriber.Topics.Add(new SubscriberTopic { TopicId = topic.Id });
            db.Add(new Delivery { Subscriber = subscriber, DigestId = digest.Id, DueAt = now, NextAttemptAt = now });
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static Task VisitAgainAsync(NpgsqlConnectionStringBuilder database) => ExecuteAsync(database, "UPDATE sources SET next_check_at = now() - interval '1 second'");

    /// <summary>The node that holds a lease, as soon as one does.</summary>
    private static async Task<Node> OwnerAsync(NpgsqlConnectionStringBuilder database, List<Node> nodes, string sql)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TakenOver;)
        {
            if (await ScalarAsync(database, sql) is string owner && nodes.Find(node => !node.IsKilled && node.Is(owner)) is { } found)
                return found;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Fail("Nobody took the work.");
        return null!;
    }

    /// <summary>Waits until a number is what it should be, and says how long that took.</summary>
    private static async Task<TimeSpan> UntilAsync(NpgsqlConnectionStringBuilder database, string sql, long wanted)
    {
        var start = Stopwatch.GetTimestamp();
        while (await CountAsync(database, sql) != wanted)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TakenOver, $"After a minute it is still {await CountAsync(database, sql)}: {sql}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<long> CountAsync(NpgsqlConnectionStringBuilder database, string sql) => Convert.ToInt64(await ScalarAsync(database, sql), CultureInfo.InvariantCulture);

    private static async Task ExecuteAsync(NpgsqlConnectionStringBuilder database, string sql) => await ScalarAsync(database, sql);

    private static async Task<object?> ScalarAsync(NpgsqlConnectionStringBuilder database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
