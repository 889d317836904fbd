using System.Globalization;
using Kiosk.Benchmarks.TtRss;
using Kiosk.Data;
using Kiosk.Web.Hosting;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Benchmarks;

/// <summary>
/// What pages cost in a <see cref="BenchmarkArchive"/>: the kiosk as a process of its own, asked over loopback with Brotli, as a browser does. Times are the whole way as
/// the reader sees it, one request after another; requests a second come from eight at once. The processor time is that of the kiosk, for each request.
/// </summary>
internal static class PageBenchmark
{
    private const int WarmUp = 200;
    private const int AtOnce = 8;
    private const int Articles = 500;

    public static async Task RunAsync(int count, int requests)
    {
        await KioskAsync(count, requests);
        await PeerAsync(count, requests);
    }

    private static async Task KioskAsync(int count, int requests)
    {
        var directory = await BenchmarkArchive.FillAsync(count);
        var (articles, cookies) = await PrepareAsync(directory);
        await using var kiosk = await KioskUnderLoad.StartAsync(directory);
        Console.WriteLine($"{count:N0} articles, {BenchmarkArchive.Readers:N0} readers, {requests} requests a line");
        Console.WriteLine($"{"page",-30} {"p50 ms",8} {"p95 ms",8} {"a second",9} {"cpu ms",8} {"kB",6}");
        await LineAsync("Vandaag", _ => "/", null);
        await LineAsync("Artikel, 500 of them", number => articles[Skewed(number)], null);
        await LineAsync("Artikel, each once", number => articles[Articles + (number % (articles.Count - Articles))], null);
        await LineAsync("Onderwerpen", _ => "/onderwerpen", null);
        await LineAsync("Onderwerp", number => $"/onderwerp/onderwerp-{1 + (number % 20)}", null);
        await LineAsync("Bronnen", _ => "/bronnen", null);
        await LineAsync("Zoeken", number => $"/zoeken?q={Uri.EscapeDataString(SearchCorpus.Word(20 + (number % 200)))}", null);
        await LineAsync("Vandaag, signed in", _ => "/", cookies);
        await LineAsync("Artikel, signed in", number => articles[Skewed(number)], cookies);
        await LineAsync("Onderwerpen, signed in", _ => "/onderwerpen", cookies);

        async Task LineAsync(string name, Func<int, string> path, IReadOnlyList<string>? signedIn)
        {
            string? CookieOf(int number) => signedIn?[number % signedIn.Count];
            await kiosk.LoadAsync(WarmUp, 1, path, CookieOf);
            var alone = await kiosk.LoadAsync(requests / 2, 1, path, CookieOf);
            var crowd = await kiosk.LoadAsync(requests, AtOnce, path, CookieOf);
            Say(name, who: null, alone, crowd);
        }
    }

    /// <summary>The same of a reader of feeds that many have, if this machine has it. It knows one reader, so there is nothing to compare with who is signed in.</summary>
    private static async Task PeerAsync(int count, int requests)
    {
        if (await TtRssServer.TryStartAsync(count) is not { } peer)
            return;
        await using (peer)
        {
            foreach (var (name, asking) in new (string, Func<int, HttpRequestMessage>)[] { ("Vandaag", _ => peer.Newest()), ("Artikel, 500 of them", number => peer.Article(count - Skewed(number))) })
            {
                await Load.MeasureAsync(peer.Client, WarmUp, 1, asking, () => TimeSpan.Zero);
                Say(name, "tt-rss", await Load.MeasureAsync(peer.Client, requests / 2, 1, asking, () => TimeSpan.Zero), await Load.MeasureAsync(peer.Client, requests, AtOnce, asking, () => TimeSpan.Zero));
            }
        }
    }

    private static void Say(string name, string? who, Load alone, Load crowd)
    {
        Results.Note(name + ", p50", alone.P50, "ms", who);
        Results.Note(name + ", p95", alone.P95, "ms", who);
        Results.Note(name + ", a second", crowd.PerSecond, "", who);
        if (who is null)
            Results.Note(name + ", processor", crowd.Processor, "ms");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(who is null ? name : $"{name} ({who})"),-30} {alone.P50,8:N1} {alone.P95,8:N1} {crowd.PerSecond,9:N0} {crowd.Processor,8:N2} {crowd.Kilobytes,6:N1}"));
    }

    /// <summary>Few pieces are read by many: after Zipf's law, the same order at every run.</summary>
    private static int Skewed(int number) => (int)Math.Pow(Articles, new Random(number).NextDouble()) - 1;

    private static async Task<(List<string> Articles, IReadOnlyList<string> Cookies)> PrepareAsync(string directory)
    {
        await using var app = KioskHost.Build([], KioskUnderLoad.Settings(directory));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        var articles = await db.Articles.OrderByDescending(article => article.PublishedAt).Select(article => new { article.Id, article.Title }).Take(6_000).ToListAsync();
        var cookies = await SignedIn.CookiesAsync(app.Services, Enumerable.Range(0, 100).Select(number => BenchmarkArchive.Reader(number * (BenchmarkArchive.Readers / 100))), secondFactor: false);
        return ([.. articles.Select(article => Links.Article(article.Id, article.Title))], cookies);
    }
}
