using System.Text.Json;
using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>What a page says about itself in JSON-LD (schema.org): the node of its article, and the nodes around that.</summary>
internal sealed class JsonLd
{
    private const int MostNodes = 3_000;
    private const int MostScripts = 50;
    private const int LongestBody = 1_000_000;

    // Under these names stand other texts than that of the page: lists of news, reactions, sources.
    private static readonly string[] Others = ["itemListElement", "hasPart", "comment", "mentions", "citation", "isBasedOn", "isRelatedTo"];

    private readonly List<JsonElement> _nodes = [];
    private readonly List<JsonElement> _others = [];
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    /// <summary>The node of the article; null if there is none.</summary>
    public JsonElement? Article { get; private set; }

    /// <summary>The node of the page itself; null if there is none.</summary>
    public JsonElement? WebPage { get; private set; }

    public static JsonLd Of(Page page)
    {
        var found = new JsonLd();
        foreach (var script in page.Document.QuerySelectorAll("script").Where(static script => script.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true).Take(MostScripts))
        {
            if (LooseJson.Parse(script.TextContent) is { } root)
                found.Collect(root, found._nodes);
        }

        found.Choose(page);
        return found;
    }

    /// <summary>One text under a name: a string, or the name, url or value of what stands there; null if there is none.</summary>
    public string? Text(JsonElement? node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Texts(node, name).FirstOrDefault() is { } text)
                return text;
        }

        return null;
    }

    /// <summary>All texts under a name.</summary>
    public IEnumerable<string> Texts(JsonElement? node, string name) =>
        node is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var value) ? Flat(value).Select(Plain).OfType<string>() : [];

    /// <summary>The text of the article as stated, line ends and all; null if it is not.</summary>
    public string? ArticleBody =>
        Article is { } article && article.TryGetProperty("articleBody", out var body) && body.ValueKind == JsonValueKind.String && body.GetString() is { Length: <= LongestBody } text
            ? Cleaning.TagStripper.Strip(text)
            : null;

    /// <summary>The nodes under a name, references followed.</summary>
    public IEnumerable<JsonElement> Nodes(JsonElement? node, string name) =>
        node is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var value) ? Flat(value).Select(Followed) : [];

    public static bool IsOf(JsonElement node, Func<string, bool> type) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty("@type", out var value)
        && Flat(value).Any(name => name.ValueKind == JsonValueKind.String && type(name.GetString()!.Split('/', ':')[^1]));

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "LiveBlogPosting" or "SocialMediaPosting" or "DiscussionForumPosting" or "Report" or "Blog"
            or "Review" or "CriticReview" or "Legislation" or "Event" or "Recipe" or "HowTo" or "PodcastEpisode" or "VideoObject";

    /// <summary>What a node calls its own address. An event or a film that has one elsewhere is shown on this page, and is not what the page is about.</summary>
    private IEnumerable<string> Addresses(JsonElement? node) => new[] { "url", "@id", "mainEntityOfPage" }.SelectMany(name => Texts(node, name));

    private static bool IsWhole(string address) => address.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static bool IsPage(string type) => type.EndsWith("WebPage", StringComparison.Ordinal) || type is "ItemPage" or "AboutPage" or "FAQPage";

    private void Choose(Page page)
    {
        var articles = Articles(_nodes);
        var path = page.Url.AbsolutePath.TrimEnd('/');
        var isStrong = articles.Exists(IsStrong);
        Article = articles.Concat(Articles(_others)).Select(static node => (JsonElement?)node).FirstOrDefault(node => path.Length > 1 && Addresses(node).Any(address => address.Contains(path, StringComparison.OrdinalIgnoreCase)))
            ?? articles.Select(static node => (JsonElement?)node).FirstOrDefault(node => isStrong || !Addresses(node).Any(IsWhole));
        WebPage = _nodes.Where(static node => IsOf(node, IsPage)).Select(static node => (JsonElement?)node).FirstOrDefault();
    }

    /// <summary>Those that are articles by their type; if there are none, what else can be the matter of a page.</summary>
    private static List<JsonElement> Articles(List<JsonElement> nodes) => nodes.Exists(IsStrong) ? nodes.FindAll(IsStrong) : nodes.FindAll(static node => IsOf(node, IsArticle));

    private static bool IsStrong(JsonElement node) =>
        IsOf(node, static type => type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type == "Report");

    private void Collect(JsonElement element, List<JsonElement> nodes)
    {
        if (_nodes.Count + _others.Count >= MostNodes)
            return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, nodes);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            nodes.Add(element);
            if (element.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && element.EnumerateObject().Count() > 1)
                _byId.TryAdd(id.GetString()!, element);
            foreach (var property in element.EnumerateObject())
                Collect(property.Value, Others.Contains(property.Name, StringComparer.Ordinal) ? _others : nodes);
        }
    }

    private static List<JsonElement> Flat(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private JsonElement Followed(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && _byId.TryGetValue(id.GetString()!, out var full)
            ? full
            : node;

    private string? Plain(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.False)
            return Formats.Text.PlainText.Line(value.ToString(), 5_000);
        if (Followed(value) is not { ValueKind: JsonValueKind.Object } node)
            return null;
        foreach (var name in new[] { "name", "url", "@value", "contentUrl", "@id" })
        {
            if (node.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.String && Formats.Text.PlainText.Line(inner.GetString(), 2_000) is { } text)
                return text;
        }

        return null;
    }
}
