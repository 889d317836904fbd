using System.Diagnostics;
using System.Globalization;
using System.Net;
using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Hosting;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kiosk.Benchmarks;

/// <summary>
/// What pages cost in a <see cref="BenchmarkArchive"/>: the kiosk as a process of its own, asked over loopback with Brotli, as a browser does. Times are the whole way as
/// the reader sees it, one request after another; requests a second come from eight at once. The processor time is that of the kiosk, for each request.
/// </summary>
internal static class PageBenchmark
{
    private const int WarmUp = 60;
    private const int AtOnce = 8;
    private const int Articles = 500;

    public static async Task RunAsync(int count, int requests)
    {
        var directory = await BenchmarkArchive.FillAsync(count);
        var (articles, cookies) = await PrepareAsync(directory);
        await using var kiosk = await KioskUnderLoad.StartAsync(directory);
        Console.WriteLine($"{count:N0} articles, {BenchmarkArchive.Readers:N0} readers, {requests} requests a line");
        Console.WriteLine($"{"page",-26} {"p50 ms",8} {"p95 ms",8} {"a second",9} {"cpu ms",8} {"kB",6}");
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
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-26} {alone.P50,8:N1} {alone.P95,8:N1} {crowd.PerSecond,9:N0} {crowd.Processor,8:N2} {crowd.Kilobytes,6:N1}"));
        }
    }

    /// <summary>Few pieces are read by many: after Zipf's law, the same order at every run.</summary>
    private static int Skewed(int number) => (int)Math.Pow(Articles, new Random(number).NextDouble()) - 1;

    private static async Task<(List<string> Articles, List<string> Cookies)> PrepareAsync(string directory)
    {
        await using var app = KioskHost.Build([], KioskUnderLoad.Settings(directory));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        var articles = await db.Articles.OrderByDescending(article => article.PublishedAt).Select(article => new { article.Id, article.Title }).Take(6_000).ToListAsync();
        var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var (sessions, now, cookies) = (app.Services.GetRequiredService<Sessions>(), TimeProvider.System.GetUtcNow(), new List<string>());
        for (var number = 0; number < 100; number++)
        {
            var session = await sessions.OpenAsync(BenchmarkArchive.Reader(number * (BenchmarkArchive.Readers / 100)), "Meting", secondFactor: false, CancellationToken.None);
            var ticket = new AuthenticationTicket(Visitor.Ticket(session.Id), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(1) }, IdentityConstants.ApplicationScheme);
            cookies.Add(new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket)).ToString());
        }

        return ([.. articles.Select(article => Links.Article(article.Id, article.Title))], cookies);
    }
}
