using System.Globalization;
using Kiosk.Data.Changes;
using Kiosk.Web.Insight;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.OutputCaching;

namespace Kiosk.Web.Http;

/// <summary>
/// Pages for who is not signed in are made once and handed out again until anything in the archive changes. A page is only kept if all that it can depend on is known: its
/// address, the cookies in <see cref="Known"/>, the archive, and the minute (for what is told of today). Any other cookie, or a question to search for, and it is made anew.
/// </summary>
/// <remarks>It lies outside the compression, so that a page is compressed once. What it holds is bounded; the least used goes first.</remarks>
public sealed class CounterCopies(ArchiveState archive, ReadCounter reads, TimeProvider time) : IOutputCachePolicy
{
    private const long MostBytes = 128L * 1024 * 1024;
    private const long LargestPage = 2L * 1024 * 1024;

    /// <summary>Of a cookie: what is longer is no choice that the kiosk offered.</summary>
    private const int LongestChoice = 20;

    /// <summary>No minute outlives this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Cookies that change a page, or nothing at all, for everybody alike.</summary>
    public static readonly IReadOnlySet<string> Known = new HashSet<string> { Theme.Cookie, TextSize.Cookie, Keys.Cookie, Formality };

    /// <summary>Of the tokens in forms: a page that holds one sets a cookie, and is not kept for that.</summary>
    private const string Formality = "kiosk-formulier";

    private static readonly string[] Exactly = ["/", "/onderwerpen", "/bronnen", "/agenda", "/lijsten", "/colofon", "/privacy", "/toegankelijkheid", "/feeds", "/feeds.opml"];
    private static readonly string[] Under = ["/artikel/", "/onderwerp/", "/bron/", "/bestand/", "/keuzes/"];

    public static IServiceCollection Add(IServiceCollection services)
    {
        services.AddSingleton<CounterCopies>();
        services.AddOutputCache(options =>
            (options.SizeLimit, options.MaximumBodySize, options.DefaultExpirationTimeSpan, options.UseCaseSensitivePaths) = (MostBytes, LargestPage, Longest, true));
        services.AddOptions<OutputCacheOptions>().Configure<CounterCopies>((options, copies) => options.AddBasePolicy(copies));
        return services;
    }

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        context.EnableOutputCaching = IsForEverybody(request);
        if (!context.EnableOutputCaching)
            return;
        context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        var rules = context.CacheVaryByRules;
        rules.QueryKeys = "*";
        foreach (var cookie in Known.Where(cookie => cookie != Formality))
            rules.VaryByValues[cookie] = request.Cookies[cookie] ?? "";
        rules.VaryByValues["encoding"] = Encoding(request);
        rules.VaryByValues["archive"] = await archive.ReadAsync(cancellation);
        rules.VaryByValues["minute"] = (time.GetUtcNow().ToUnixTimeSeconds() / 60).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The page itself is not asked then, so that an article is read is noted here.</summary>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (Links.ArticleOf(context.HttpContext.Request.Path) is { } article)
            reads.Read(context.HttpContext, article);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static bool IsForEverybody(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && IsCounterPage(request.Path.Value ?? "")
        && request.Query.All(pair => pair.Key == "pagina")
        && request.Cookies.All(cookie => Known.Contains(cookie.Key) && (cookie.Value.Length <= LongestChoice || cookie.Key == Formality))
        && request.Headers.Authorization.Count == 0
        && Searching.SearchedFor.Of(request) is null;

    private static bool IsCounterPage(string path) =>
        Exactly.Contains(path) || Under.Any(start => path.StartsWith(start, StringComparison.Ordinal));

    /// <summary>As the compression will choose.</summary>
    private static string Encoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("q=", StringComparison.Ordinal) ? accepted : accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
    }
}
