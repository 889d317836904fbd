using System.Globalization;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editorial;
using Kiosk.Data.Webhooks;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Harvesting;
using Kiosk.Testing;
using Kiosk.Web.Accounts;
using Kiosk.Web.Hosting;
using Kiosk.Web.Jobs;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Kiosk.Web.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Tests.Desk;

/// <summary>Webhooks against a real server on this machine.</summary>
public sealed class WebhookTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_published_article_is_told_once_and_signed(StorageKind kind)
    {
        await using var bench = await Bench.StartAsync(kind);
        await bench.PublishAsync("Van tevoren");
        var secret = await bench.AddHookAsync();
        var id = await bench.PublishAsync("Eerder hulp");
        await bench.RunAsync();
        await bench.ChangeAsync(article => article.Title += " (bijgewerkt)");
        await bench.RunAsync();

        var (headers, body) = Assert.Single(bench.Received);
        var message = JsonElement.Parse(body);
        Assert.Equal(("article.published", id, "Eerder hulp"), (message.GetProperty("type").GetString(), message.GetProperty("data").GetProperty("id").GetInt64(), message.GetProperty("data").GetProperty("title").GetString()));
        Assert.Equal($"msg_1_{id}", headers["webhook-id"]);
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(headers["webhook-timestamp"], CultureInfo.InvariantCulture));
        Assert.Equal(WebhookSecret.Signature(secret, headers["webhook-id"], sent, body), headers["webhook-signature"]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_hidden_at_first_is_told_when_readers_can_see_it(StorageKind kind)
    {
        await using var bench = await Bench.StartAsync(kind);
        await bench.AddHookAsync();
        await bench.PublishAsync("Wacht op de redactie", ArticleState.Hidden);
        await bench.RunAsync();
        Assert.Empty(bench.Received);
        await bench.ChangeAsync(article => article.State = ArticleState.Visible);
        await bench.RunAsync();
        Assert.Single(bench.Received);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_server_that_is_down_is_asked_again_later_each_time_until_the_webhook_is_switched_off_and_then_nothing_is_lost(StorageKind kind)
    {
        await using var bench = await Bench.StartAsync(kind);
        await bench.AddHookAsync();
        bench.Status = 500;
        await bench.PublishAsync("Een");
        await bench.PublishAsync("Twee");
        await bench.RunAsync();
        Assert.Single(bench.Received);
        await bench.RunAsync();
        Assert.Equal(2, bench.Received.Count); // The second message is due still; the first waits.
        foreach (var wait in WebhookRound.Waits)
        {
            bench.Time.Advance(wait + TimeSpan.FromSeconds(1));
            await bench.RunAsync();
        }

        await using (var db = bench.Open())
        {
            var hook = await db.Webhooks.SingleAsync(TestContext.Current.CancellationToken);
            Assert.Contains("na 8 pogingen niet aan", hook.DisabledReason, StringComparison.Ordinal);
            Assert.Contains("500", hook.DisabledReason, StringComparison.Ordinal);
        }

        await bench.PublishAsync("Drie");
        bench.Status = 204;
        var before = bench.Received.Count;
        bench.Time.Advance(TimeSpan.FromDays(3));
        await bench.RunAsync();
        Assert.Equal(before, bench.Received.Count);
        await bench.Desk.SwitchOnAsync(1, bench.Editor, TestContext.Current.CancellationToken);
        await bench.RunAsync();
        Assert.Equal(3, bench.Received.Count - before);
        await bench.RunAsync();
        Assert.Equal(3, bench.Received.Count - before);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Two_nodes_that_follow_at_once_tell_it_once(StorageKind kind)
    {
        await using var bench = await Bench.StartAsync(kind);
        await bench.AddHookAsync();
        for (var number = 0; number < 12; number++)
            await bench.PublishAsync($"Stuk {number}");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => bench.RunAsync()));
        await bench.RunAsync();
        Assert.Equal(12, bench.Received.Select(message => message.Headers["webhook-id"]).Distinct().Count());
        Assert.Equal(12, bench.Received.Count);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_feed_that_was_trimmed_too_far_costs_no_message(StorageKind kind)
    {
        await using var bench = await Bench.StartAsync(kind);
        await bench.AddHookAsync();
        await bench.PublishAsync("Een");
        await bench.RunAsync();
        for (var number = 0; number < 5; number++)
            await bench.PublishAsync($"Stuk {number}");
        await using (var db = bench.Open())
            await Kiosk.Data.Changes.ChangeFeed.TrimAsync(db, keep: 1, TestContext.Current.CancellationToken);
        await bench.RunAsync();
        Assert.Equal(6, bench.Received.Select(message => message.Headers["webhook-id"]).Distinct().Count());
        Assert.Equal(6, bench.Received.Count);
    }

    [Fact]
    public async Task A_410_switches_off_at_once_and_a_new_secret_signs_beside_the_old_one_for_a_day()
    {
        await using var bench = await Bench.StartAsync(StorageKind.Sqlite);
        var old = await bench.AddHookAsync();
        var made = (await bench.Desk.RotateAsync(1, bench.Editor, TestContext.Current.CancellationToken))!;
        await bench.PublishAsync("Een");
        await bench.RunAsync();
        var (headers, body) = bench.Received[0];
        Assert.Equal(string.Join(' ', new[] { made, old }.Select(secret => WebhookSecret.Signature(secret, headers["webhook-id"], bench.Time.GetUtcNow(), body))), headers["webhook-signature"]);
        bench.Time.Advance(TimeSpan.FromDays(2));
        bench.Status = 410;
        await bench.PublishAsync("Twee");
        await bench.RunAsync();
        Assert.DoesNotContain(' ', bench.Received[1].Headers["webhook-signature"]);
        Assert.Contains("410", bench.Open().Webhooks.Single().DisabledReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_hold_in_messages_too()
    {
        await using var bench = await Bench.StartAsync(StorageKind.Sqlite);
        await bench.AddHookAsync();
        await bench.PublishAsync("Een", body: "<p>Geheime tekst</p>");
        await bench.RunAsync();
        Assert.DoesNotContain("Geheime tekst", System.Text.Encoding.UTF8.GetString(bench.Received[0].Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.org/", "Het adres moet met https:// beginnen.")]
    [InlineData("https://naam:geheim@example.org/", "naam of wachtwoord")]
    [InlineData("ftp://example.org/", "geen webadres")]
    public async Task An_address_that_is_not_safe_is_refused(string url, string expected)
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var refused = await editor.SubmitAsync("/redactie/webhooks", "form:has(#adres) button", ("naam", "Intranet"), ("adres", url));
        var page = TestKiosk.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Contains(expected, page.QuerySelector("#hook-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(url, page.QuerySelector("#adres")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_private_address_behind_https_is_refused_when_connecting_and_the_log_says_so()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var made = await editor.SubmitAsync("/redactie/webhooks", "form:has(#adres) button", ("naam", "Intranet"), ("adres", "https://127.0.0.1:1/haak"));
        Assert.StartsWith(WebhookSecret.Prefix, TestKiosk.Parse(await made.Content.ReadAsStringAsync()).QuerySelector("[data-secret]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await editor.PageAsync("/redactie/webhooks")).QuerySelector("[data-secret]"));
        using var tested = await editor.SubmitAsync("/redactie/webhooks", "button[formaction$=proef]");
        await kiosk.Services.GetRequiredService<WebhookRound>().RunDueAsync(TestContext.Current.CancellationToken);
        Assert.Contains("niet op het openbare internet", (await editor.PageAsync("/redactie/webhooks")).QuerySelector(".visits")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_editors_do_with_it_stands_in_the_log_without_its_secret_and_switching_can_be_undone(StorageKind kind)
    {
        await using var bench = await Bench.StartAsync(kind);
        var secret = await bench.AddHookAsync();
        await bench.Desk.SwitchOffAsync(1, bench.Editor, TestContext.Current.CancellationToken);
        await using (var db = bench.Open())
        {
            var acts = await db.EditorialActs.OrderBy(act => act.Id).ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(["webhook-added", "webhook-switched-off"], acts.Select(act => act.Act));
            Assert.All(acts, act => Assert.DoesNotContain(secret, act.Before + act.After, StringComparison.Ordinal));
            Assert.Equal(1, (await EditorialUndo.OneAsync(db, acts[1].Id, bench.Editor, TestContext.Current.CancellationToken)).Done);
        }

        await using (var db = bench.Open())
            Assert.Null((await db.Webhooks.SingleAsync(TestContext.Current.CancellationToken)).DisabledAt);
        await bench.Desk.RemoveAsync(1, bench.Editor, TestContext.Current.CancellationToken);
        await using (var db = bench.Open())
            Assert.Equal("webhook-taken-away", (await db.EditorialActs.OrderBy(act => act.Id).LastAsync(TestContext.Current.CancellationToken)).Act);
    }

    [Fact]
    public async Task A_webhook_whose_secret_cannot_be_read_is_switched_off_and_holds_up_no_other()
    {
        await using var bench = await Bench.StartAsync(StorageKind.Sqlite);
        await bench.AddHookAsync();
        await bench.AddHookAsync();
        var (_, strange) = new WebhookSecret(new EphemeralDataProtectionProvider()).Make();
        await using (var db = bench.Open())
            await db.Webhooks.Where(hook => hook.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(hook => hook.Secret, strange), TestContext.Current.CancellationToken);
        await bench.PublishAsync("Eerder hulp");
        await bench.RunAsync();
        Assert.StartsWith("msg_2_", Assert.Single(bench.Received).Headers["webhook-id"], StringComparison.Ordinal);
        await using (var db = bench.Open())
            Assert.Contains("nieuw geheim", (await db.Webhooks.SingleAsync(hook => hook.Id == 1, TestContext.Current.CancellationToken)).DisabledReason, StringComparison.Ordinal);

        var secret = await bench.Desk.RotateAsync(1, bench.Editor, TestContext.Current.CancellationToken);
        await bench.Desk.SwitchOnAsync(1, bench.Editor, TestContext.Current.CancellationToken);
        await bench.RunAsync();
        var (headers, body) = bench.Received[1];
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(headers["webhook-timestamp"], CultureInfo.InvariantCulture));
        Assert.Equal(WebhookSecret.Signature(secret!, headers["webhook-id"], sent, body), headers["webhook-signature"]);
    }

    /// <summary>An archive, a server that receives, and what sends, without pages.</summary>
    private sealed class Bench : IAsyncDisposable
    {
        private readonly TestArchive _archive;
        private readonly LoopbackServer _server;
        private readonly ServiceProvider _services;
        private readonly Lock _receiving = new();

        private Bench(TestArchive archive, LoopbackServer server, ManualTime time)
        {
            (_archive, _server, Time) = (archive, server, time);
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Kiosk:Fetch:AllowedPrivateHosts"] = server.Host }).Build();
            var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(time).AddSingleton(archive.Factory).AddKioskFetching(configuration).AddWebhooks();
            services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()).AddSingleton(Options.Create(new KioskOptions { Address = "https://kiosk.example" }));
            services.AddSingleton<PublicAddress>().AddSingleton(new HarvestOptions()).AddSingleton(typeof(Bell<>));
            _services = services.BuildServiceProvider();
        }

        public ManualTime Time { get; }

        public int Status { get; set; } = 204;

        public List<(IReadOnlyDictionary<string, string> Headers, byte[] Body)> Received { get; } = [];

        public ActBatch Editor => new(null, "Els", Time.GetUtcNow());

        public WebhookDesk Desk => _services.GetRequiredService<WebhookDesk>();

        public static async Task<Bench> StartAsync(StorageKind kind)
        {
            var time = new ManualTime();
            var bench = new Bench(await TestArchive.CreateAsync(kind, time), await LoopbackServer.StartAsync(), time);
            bench._server.Map("/haak", bench.ReceiveAsync);
            await using var db = bench.Open();
            db.Sources.Add(Sample.Source());
            await db.SaveChangesAsync();
            return bench;
        }

        public KioskDb Open() => _archive.Open();

        public async Task<string> AddHookAsync() => (await Desk.AddAsync("Intranet", _server.Url("haak"), Editor, TestContext.Current.CancellationToken)).Secret!;

        public async Task<long> PublishAsync(string title, ArticleState state = ArticleState.Visible, string body = "")
        {
            await using var db = Open();
            var article = Sample.Article((await db.Sources.SingleAsync()).Id, title);
            (article.State, article.BodyHtml) = (state, body);
            db.Articles.Add(article);
            await db.SaveChangesAsync();
            return article.Id;
        }

        public async Task ChangeAsync(Action<Article> change)
        {
            await using var db = Open();
            foreach (var article in await db.Articles.ToListAsync())
                change(article);
            await db.SaveChangesAsync();
        }

        /// <summary>Other databases of the same server may hold the feed of PostgreSQL back for a moment.</summary>
        public async Task RunAsync()
        {
            var round = _services.GetRequiredService<WebhookRound>();
            await Eventually.GetAsync(async () =>
            {
                await round.RunDueAsync(TestContext.Current.CancellationToken);
                await using var db = Open();
                return await db.ArticlePublications.CountAsync(publication => publication.Id > db.Webhooks.Min(hook => hook.SincePublication))
                    - await db.WebhookDeliveries.CountAsync(delivery => delivery.ArticleId != null);
            }, missing => missing <= 0);
        }

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            await _server.DisposeAsync();
            await _archive.DisposeAsync();
        }

        private async Task ReceiveAsync(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            lock (_receiving)
                Received.Add((context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
            context.Response.StatusCode = Status;
        }
    }
}
