using Kiosk.Data;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Extraction;
using Kiosk.Ingest.Fetching.Robots;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Dates;
using Kiosk.Ingest.Reports;
using Kiosk.Search.Analysis;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.CommandLine.Inspecting;

/// <summary>Answers requests with what the kiosk's own parts make of them.</summary>
internal static class Inspector
{
    // For a page of which nobody said where it came from (RFC 6761).
    private static readonly Uri Nowhere = new("https://pagina.invalid/");

    public static async Task<object> AnswerAsync(InspectRequest request, CancellationToken cancellation) => request.What == "site"
        ? await InspectedWeb.FindAsync(request.Url ?? request.File ?? "", looking: null, cancellation)
        : await ReadAsync(await InspectedWeb.FetchedAsync(request, cancellation), cancellation);

    private static async Task<object> ReadAsync(InspectRequest request, CancellationToken cancellation) => request.What switch
    {
        "feed" => Feed(await BytesAsync(request, cancellation), request),
        "article" => Article(await BytesAsync(request, cancellation), request),
        "sitemap" => ListInspection.Sitemap(await BytesAsync(request, cancellation), request),
        "oai" => ListInspection.Oai(await BytesAsync(request, cancellation), request),
        "html" => new { HtmlCleaner.Clean(request.Text ?? "", Address(request)).Html },
        "text" => new { Terms = DutchAnalyzer.Analyze(request.Text ?? "", AnalysisFilters.All).Select(token => new { token.Text, token.Position, Kind = Names.Of(token.Kind) }) },
        "date" => new DateAnswer(DateText.TryParse(request.Text, out var instant) ? instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", System.Globalization.CultureInfo.InvariantCulture) : null),
        "robots" => Robots(RobotsFile.Parse(await BytesAsync(request, cancellation)), request),
        "pdf" => await PdfAsync(await BytesAsync(request, cancellation), cancellation),
        _ => throw new OpeningException($"‘{request.What}’ is niet te bekijken; kies uit feed, article, sitemap, oai, site, html, text, date, robots en pdf."),
    };

    private static object Feed(byte[] bytes, InspectRequest request)
    {
        var reading = FeedReader.Read(bytes, request.ContentType, Address(request));
        if (reading.Feed is not { } feed)
            return new { error = reading.Problem };
        return new
        {
            feed.Title,
            feed.Link,
            feed.Description,
            feed.Language,
            feed.Authors,
            feed.Categories,
            reading.Remark,
            Items = feed.Items.Select(item => new { item.Id, item.Title, item.Link, item.Published, item.Updated, item.Authors, item.Categories, item.Summary, item.Content, item.Image }),
        };
    }

    private static object Robots(RobotsFile robots, InspectRequest request)
    {
        var agent = request.Agent ?? "";
        return new { Allowed = robots.Allows(agent, request.Url ?? "/"), CrawlDelay = robots.CrawlDelay(agent)?.TotalSeconds, robots.Sitemaps };
    }

    private static async Task<object> PdfAsync(byte[] bytes, CancellationToken cancellation)
    {
        var reading = await new PdfReader(new PdfLimits(), TimeProvider.System).ReadAsync(bytes, cancellation);
        if (reading.Report is not { } report)
            return new { error = reading.Message };
        return new { report.Title, report.Published, Pages = report.PageCount, reading.Message, Toc = report.Contents, report.PageStarts, report.Text };
    }

    private static object Article(byte[] bytes, InspectRequest request)
    {
        var article = ArticleExtractor.Extract(bytes, request.ContentType, Address(request) ?? Nowhere);
        return new
        {
            article.Title,
            article.Authors,
            article.Published,
            article.Modified,
            article.Language,
            article.CanonicalUrl,
            article.Lead,
            article.Image,
            article.ImageAlt,
            article.Html,
            article.Text,
            article.SiteName,
            Kind = article.Kind is { } kind ? Names.Of(kind) : null,
            article.Problem,
            article.Why,
        };
    }

    private static async Task<byte[]> BytesAsync(InspectRequest request, CancellationToken cancellation)
    {
        if (request.Body is { } fetched)
            return fetched.ToArray();
        if (request.File is null)
            return System.Text.Encoding.UTF8.GetBytes(request.Text ?? "");
        if (request.File != "-")
            return await File.ReadAllBytesAsync(request.File, cancellation);
        await using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        await input.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    internal static Uri? Address(InspectRequest request) => Uri.TryCreate(request.Url, UriKind.Absolute, out var url) ? url : null;

    /// <summary>Says null aloud, where other answers leave absent fields out.</summary>
    private sealed record DateAnswer([property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] string? Instant);
}
