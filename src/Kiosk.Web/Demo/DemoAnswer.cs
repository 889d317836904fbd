using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kiosk.Web.Demo.Feeds;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Kiosk.Web.Demo;

/// <summary>What the newsroom answers at one path.</summary>
/// <param name="LastModified">Null where nothing dated stands at the path.</param>
internal sealed record DemoAnswer(byte[] Bytes, string ContentType, DateTimeOffset? LastModified = null, int Status = StatusCodes.Status200OK)
{
    /// <param name="path">The path as asked.</param>
    /// <param name="newsroom">Where the articles are.</param>
    public static DemoAnswer For(string path, DemoNewsroom newsroom)
    {
        if (path == "/robots.txt")
            return Text($"User-agent: *\nDisallow: /zoeken\nSitemap: {newsroom.Address}/sitemap.xml\n", "text/plain");
        if (path == "/sitemap.xml")
            return Sitemap(newsroom);

        var source = newsroom.Sources.FirstOrDefault(candidate => path.StartsWith($"/{candidate.Id}/", StringComparison.Ordinal));
        if (source is null)
            return NotFound;

        var articles = newsroom.ArticlesOf(source.Id);
        if (path == source.FeedPath)
            return Feed(source, articles, newsroom.Address);
        if (path == $"/{source.Id}/")
            return Text(DemoPage.Front(source, articles, newsroom.Address), "text/html", Changed(articles));
        if (articles.FirstOrDefault(article => article.Path == path) is not { } found)
            return NotFound;

        var others = articles.Where(article => article != found).Take(5);
        return Text(DemoPage.Article(source, found, others, newsroom.Address), "text/html", Changed([found]));
    }

    /// <summary>Sends it, or 304 to who has it already (RFC 9110, section 13).</summary>
    public async Task SendAsync(HttpContext context)
    {
        var etag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes))[..16]}\"");
        var response = context.Response;
        response.GetTypedHeaders().ETag = etag;
        response.GetTypedHeaders().LastModified = LastModified;
        response.StatusCode = Status == StatusCodes.Status200OK && IsKnown(context.Request.GetTypedHeaders(), etag)
            ? StatusCodes.Status304NotModified
            : Status;
        if (response.StatusCode == StatusCodes.Status304NotModified)
            return;

        response.ContentType = ContentType;
        response.ContentLength = Bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(Bytes, context.RequestAborted);
    }

    private static DemoAnswer NotFound => Text("Niet gevonden.", "text/plain") with { Status = StatusCodes.Status404NotFound };

    private bool IsKnown(RequestHeaders request, EntityTagHeaderValue etag) => request.IfNoneMatch.Count > 0
        ? request.IfNoneMatch.Any(known => known.Compare(etag, useStrongComparison: false))
        : request.IfModifiedSince >= LastModified;

    private static DemoAnswer Text(string text, string mediaType, DateTimeOffset? lastModified = null) =>
        new(Encoding.UTF8.GetBytes(text), $"{mediaType}; charset=utf-8", lastModified);

    private static DemoAnswer Feed(DemoSource source, IReadOnlyList<DemoArticle> articles, string address)
    {
        var feed = FeedText.Write(source, articles, address);
        return new(feed.Bytes, feed.ContentType, Changed(articles));
    }

    private static DemoAnswer Sitemap(DemoNewsroom newsroom)
    {
        var urls = newsroom.Sources.SelectMany(source => newsroom.ArticlesOf(source.Id)).Select(article =>
            $"<url><loc>{newsroom.Address}{article.Path}</loc>{Day(article.Updated ?? article.Published)}</url>\n");
        return Text($"""
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            {string.Concat(urls)}</urlset>
            """, "application/xml");
    }

    private static string Day(DateTimeOffset? time) =>
        time is { } day ? $"<lastmod>{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</lastmod>" : "";

    private static DateTimeOffset? Changed(IEnumerable<DemoArticle> articles) => articles.Max(article => article.Updated ?? article.Published);
}
