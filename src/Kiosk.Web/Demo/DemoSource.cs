using Kiosk.Data;

namespace Kiosk.Web.Demo;

/// <summary>An invented source of the demo newsroom.</summary>
/// <param name="Id">Its id in feeds.json and the first part of its addresses.</param>
/// <param name="Name">Marked as demo, for people.</param>
/// <param name="Note">What it is, in a sentence.</param>
internal sealed record DemoSource(string Id, string Name, ArticleKind Kind, FeedDialect Dialect, Rights Rights, string Note)
{
    /// <summary>Ids of the topics that all its articles get.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public string FeedPath => $"/{Id}/{(Dialect == FeedDialect.Json ? "feed.json" : "feed.xml")}";

    public static IReadOnlyList<DemoSource> All { get; } =
    [
        new("schuldwijzer", "De Schuldwijzer (demo)", ArticleKind.Nieuws, FeedDialect.RssWhole, Rights.Full,
            "Verzonnen vakblad over schuldhulpverlening."),
        new("raadhuisblad", "Het Raadhuisblad (demo)", ArticleKind.Nieuws, FeedDialect.RssTeaser, Rights.Excerpt,
            "Verzonnen nieuwsblad voor gemeenten. De feed geeft alleen de eerste zinnen."),
        new("persdienst", "Persdienst Noorderveld (demo)", ArticleKind.Nieuws, FeedDialect.Atom, Rights.Link,
            "Persberichten van de verzonnen gemeente Noorderveld."),
        new("planbureau", "Planbureau Bestaanszekerheid (demo)", ArticleKind.Rapport, FeedDialect.Atom, Rights.Full,
            "Verzonnen bureau dat rapporten en cijfers uitbrengt.") { Topics = ["onderzoek"] },
        new("lectoraat", "Lectoraat Rondkomen (demo)", ArticleKind.Onderzoek, FeedDialect.AtomXhtml, Rights.Full,
            "Verzonnen onderzoeksgroep van een hogeschool.") { Topics = ["onderzoek"] },
        new("uitspraken", "Uitsprakenregister (demo)", ArticleKind.Uitspraak, FeedDialect.Rdf, Rights.Full,
            "Verzonnen uitspraken van verzonnen rechtbanken, met samenvatting."),
        new("wetswijzer", "De Wetswijzer (demo)", ArticleKind.Wet, FeedDialect.Json, Rights.Excerpt,
            "Verzonnen nieuwsbrief over wetten en regels.") { Topics = ["wetgeving"] },
        new("werkvloer", "Werkvloer (demo)", ArticleKind.Praktijk, FeedDialect.RssWhole, Rights.Full,
            "Verzonnen blog van en voor schuldhulpverleners."),
        new("tegenwicht", "Tegenwicht (demo)", ArticleKind.Opinie, FeedDialect.Json, Rights.Excerpt,
            "Verzonnen opinieblad over armoede en overheid."),
        new("kalender", "Kalender Sociaal Domein (demo)", ArticleKind.Agenda, FeedDialect.RssTeaser, Rights.Link,
            "Verzonnen agenda van bijeenkomsten en cursussen."),
    ];
}
