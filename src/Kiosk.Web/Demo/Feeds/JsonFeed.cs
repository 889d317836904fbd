using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiosk.Web.Demo.Feeds;

/// <summary>JSON Feed 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The feed is read as JSON and never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(DemoSource source, IReadOnlyList<DemoArticle> articles, string address) =>
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            Version = "https://jsonfeed.org/version/1.1",
            Title = source.Name,
            HomePageUrl = $"{address}/{source.Id}/",
            FeedUrl = address + source.FeedPath,
            Description = source.Note,
            Language = "nl",
            Items = articles.Select(article => Item(article, address)),
        }, Options);

    private static object Item(DemoArticle article, string address) => new
    {
        Id = FeedText.Id(article),
        Url = FeedText.Link(article, address),
        Title = article.TitleInFeed ? article.Title : null,
        Summary = article.Lead,
        ContentHtml = DemoMarkup.ToHtml(article.Body, address),
        DatePublished = article.Published,
        DateModified = article.Updated,
        Authors = article.Authors.Select(author => new { Name = author }),
        Tags = FeedText.Categories(article),
    };
}
