using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Extraction.Metadata;

namespace Kiosk.Ingest.Extraction;

/// <summary>A parsed web page and where it came from.</summary>
internal sealed class Page
{
    private readonly Lazy<JsonLd> _jsonLd;
    private readonly Lazy<MetaTags> _meta;

    public Page(IHtmlDocument document, Uri url)
    {
        Document = document;
        Url = url;
        Links = new SafeUrl(Base(document, url));
        _jsonLd = new Lazy<JsonLd>(() => JsonLd.Of(this));
        _meta = new Lazy<MetaTags>(() => MetaTags.Of(document));
    }

    public IHtmlDocument Document { get; }

    public Uri Url { get; }

    /// <summary>Makes the page's addresses absolute.</summary>
    public SafeUrl Links { get; }

    /// <summary>Where what was found came from.</summary>
    public Trail Why { get; } = new();

    public JsonLd JsonLd => _jsonLd.Value;

    public MetaTags Meta => _meta.Value;

    /// <summary>What relative addresses are relative to: the base element, or the page itself.</summary>
    public Uri BaseUrl => Base(Document, Url);

    private static Uri Base(IHtmlDocument document, Uri url)
    {
        var given = document.Head?.Children.FirstOrDefault(static child => child.LocalName == "base")?.GetAttribute("href");
        return given is not null && Uri.TryCreate(url, given, out var found) && found.Scheme is "http" or "https" ? found : url;
    }
}
