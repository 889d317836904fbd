using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>
/// When an article was published and last changed. Trusted in this order: JSON-LD of the article, OpenGraph, citation_*, DCTERMS and Dublin
/// Core, other meta elements, microdata, the address, time elements and dates near the heading, JSON-LD of the page, data in scripts, the
/// date of change, any other date on the page, the address of the picture.
/// </summary>
internal sealed class PageDates
{
    private readonly Page _page;
    private readonly PageCalendar _calendar;
    private readonly Lazy<VisibleDate> _visible;

    private readonly string? _canonicalUrl;

    public PageDates(Page page, string? language, string? canonicalUrl)
    {
        _canonicalUrl = canonicalUrl;
        _page = page;
        _calendar = new PageCalendar(_page.Url, language);
        _visible = new Lazy<VisibleDate>(() => new VisibleDate(_page, _calendar));
        Modified = Winner("modified", Changed());
        Published = Winner("published", Issued());
        if (Modified < Published)
            Modified = null;
    }

    /// <summary>Null if the page has no date at all.</summary>
    public DateTimeOffset? Published { get; }

    /// <summary>Never before <see cref="Published"/>; null if unknown.</summary>
    public DateTimeOffset? Modified { get; }

    private IEnumerable<(string Origin, DateTimeOffset? Date)> Changed()
    {
        yield return ("JSON-LD dateModified", Stated("dateModified"));
        yield return Meta(DateNames.Modified);
        yield return ("microdata dateModified", Micro("dateModified"));
        yield return ("een element dat naar de wijziging heet", Read(_page.Document.QuerySelectorAll(".dt-updated, time.updated, abbr.updated").Where(static element => element.Closest("aside, footer, nav, [class*=comment]") is null).Take(10).SelectMany(Texts)));
        yield return ("een regel over de wijziging", _visible.Value.Changed);
    }

    private IEnumerable<(string Origin, DateTimeOffset? Date)> Issued()
    {
        yield return ("JSON-LD datePublished", Stated("datePublished"));
        yield return Meta(DateNames.Published);
        yield return ("microdata datePublished", Micro("datePublished"));
        yield return ("JSON-LD dateCreated", Stated("dateCreated", "uploadDate"));
        yield return ("microdata dateCreated", Micro("dateCreated"));
        yield return Meta(_page.Meta.Names.Where(DateNames.IsPublished));
        if (AddressDate.Of(_page.Url) is { } address)
        {
            // The address knows the day; where the page shows the same day, it may know the time too.
            if (_visible.Value.NearHeading is { } shown && shown.Date == address.Date)
                yield return ("de datum bij de kop, en het adres zegt hetzelfde", shown);
            yield return ("het adres", address);
        }

        yield return ("het adres dat de pagina zichzelf geeft", _canonicalUrl is { } own ? AddressDate.Of(new Uri(own)) : null);
        yield return ("de datum bij de kop", _visible.Value.NearHeading);
        yield return ("JSON-LD van de pagina", Read(_page.JsonLd.Texts(_page.JsonLd.WebPage, "datePublished")));
        yield return ("gegevens in een script", ScriptDate.Of(_page, _calendar));
        yield return ("de datum van wijziging", Modified);
        yield return ("een datum op de pagina", _visible.Value.Anywhere);
        yield return ("het adres van de afbeelding", Uri.TryCreate(_page.Meta.First("og:image", "twitter:image"), UriKind.Absolute, out var image) ? AddressDate.Of(image) : null);
    }

    private DateTimeOffset? Winner(string field, IEnumerable<(string Origin, DateTimeOffset? Date)> candidates)
    {
        var (origin, date) = candidates.FirstOrDefault(static candidate => candidate.Date is not null);
        _page.Why.Add(field, origin, date?.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture));
        return date;
    }

    private DateTimeOffset? Stated(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Read(_page.JsonLd.Texts(_page.JsonLd.Article, name)) is { } found)
                return found;
        }

        return null;
    }

    private (string Origin, DateTimeOffset? Date) Meta(IEnumerable<string> names) =>
        names.Select(name => (Origin: "meta " + name, Date: Read(_page.Meta.All(name)))).FirstOrDefault(static candidate => candidate.Date is not null);

    private DateTimeOffset? Micro(string name)
    {
        var heading = PageHeading.Of(_page);
        return Read(_page.Document.QuerySelectorAll($"[itemprop~={name}]").Take(50).OrderByDescending(element => heading is not null && element.Closest("[itemscope]")?.Contains(heading) == true)
            .Take(10).SelectMany(Texts));
    }

    private static IEnumerable<string?> Texts(IElement element) =>
        [element.GetAttribute("datetime"), element.GetAttribute("content"), element.TextContent.Length < 200 ? element.TextContent : null];

    private DateTimeOffset? Read(IEnumerable<string?> texts) => texts.Take(30).Select(text => PageMoment.Of(text, _calendar)).FirstOrDefault(static found => found is not null);
}
