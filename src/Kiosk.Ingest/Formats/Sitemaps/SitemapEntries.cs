using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;

namespace Kiosk.Ingest.Formats.Sitemaps;

/// <summary>Gathers what a sitemap names, entry by entry, and counts what it may not take.</summary>
internal sealed class SitemapEntries(Uri? address)
{
    private readonly FeedFields _fields = new(address, FeedFields.ZoneOf(null, address));
    private readonly Dictionary<string, string> _entry = [];
    private readonly List<Item> _items = [];
    private readonly List<ChildSitemap> _children = [];
    private int _skipped;

    /// <summary>The local name of the outermost element, in lower case; null before it came.</summary>
    public string? Root { get; private set; }

    public bool IsSitemap => Root is "urlset" or "sitemapindex";

    public bool IsFull => Count + _skipped >= SitemapReader.MostUrls || (Root is not null && !IsSitemap);

    public int Count => _items.Count + _children.Count;

    public void Open(string name, bool isRoot)
    {
        if (isRoot)
            Root ??= name;
        if (name is "url" or "sitemap")
            _entry.Clear();
    }

    public void Close(string name, string parent, string text)
    {
        if (name == "url" && IsSitemap)
            AddPage(_entry.GetValueOrDefault("url/loc"));
        else if (name == "sitemap" && IsSitemap)
            AddChild(_entry.GetValueOrDefault("sitemap/loc"));
        else if (!string.IsNullOrWhiteSpace(text))
            _entry.TryAdd($"{parent}/{name}", text.Trim());
    }

    public void AddPage(string? location)
    {
        if (Own(location) is { } link)
            _items.Add(new Item
            {
                Link = link,
                Title = FeedFields.Title(_entry.GetValueOrDefault("news/title")),
                Published = Date("news/publication_date"),
                Updated = Date("url/lastmod"),
                Language = LanguageCode.Of(_entry.GetValueOrDefault("publication/language")),
                Categories = FeedFields.Names((_entry.GetValueOrDefault("news/keywords") ?? "").Split(',', StringSplitOptions.TrimEntries)),
                Image = _fields.Link(_entry.GetValueOrDefault("image/loc"), null) is { } image && FeedFields.IsWeb(image) ? image : null,
            });
        _entry.Clear();
    }

    public SitemapReading Reading(string? remark) => new()
    {
        Items = _items,
        Children = _children,
        Remark = Remarks.Join(remark, Remarks.Join(
            Count + _skipped >= SitemapReader.MostUrls ? AnswerProblems.TooLong : null,
            _skipped switch
            {
                0 => null,
                1 => "Eén adres is overgeslagen: het is onvolledig of van een andere site.",
                _ => $"{_skipped} adressen zijn overgeslagen: ze zijn onvolledig of van een andere site.",
            })),
    };

    private void AddChild(string? location)
    {
        if (Own(location) is { } link)
            _children.Add(new ChildSitemap(link, Date("sitemap/lastmod")));
        _entry.Clear();
    }

    // The protocol wants absolute addresses of the site itself; anything else is a mistake or a trick.
    private string? Own(string? location)
    {
        if (Addresses.TryResolve(location, within: null, out var found) && (address is null || Addresses.AreOneSite(found, address)))
            return found.AbsoluteUri;
        _skipped++;
        return null;
    }

    private DateTimeOffset? Date(string field) => _fields.Date([_entry.GetValueOrDefault(field)]);
}
