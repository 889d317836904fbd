namespace Kiosk.Browser.Tests;

/// <summary>One page of each kind.</summary>
internal static class PageKinds
{
    /// <summary>By name: a path of the kiosk, or an article of the newsroom as <c>source/slug</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["Vandaag"] = "/",
        ["Artikel, whole, with a table"] = "planbureau/02-kosten-van-wachten",
        ["Artikel, with a long title"] = "schuldwijzer/08-lange-kop",
        ["Artikel, ruling"] = "uitspraken/01-dwangakkoord",
        ["Artikel, excerpt"] = "raadhuisblad/01-oude-vorderingen",
        ["Artikel, link only"] = "persdienst/01-jongeren-schulden",
        ["Zoeken, nothing asked"] = "/zoeken",
        ["Zoeken, found"] = "/zoeken?q=schulden",
        ["Zoeken, filtered"] = "/zoeken?q=schulden&soort=nieuws&sorteer=nieuwste",
        ["Zoeken, also sought"] = "/zoeken?q=vtlb&van=2020",
        ["Zoeken, nothing found"] = "/zoeken?q=xylofoonconcert",
        ["Onderwerpen"] = "/onderwerpen",
        ["Onderwerp"] = "/onderwerp/schuldregeling",
        ["Bronnen"] = "/bronnen",
        ["Bron"] = "/bron/schuldwijzer",
        ["Welkom"] = "/welkom",
        ["Bundels"] = "/lijsten",
        ["Bewaar"] = "/lijsten/erbij?stuk=1",
        ["Aandragen"] = "/aandragen",
        ["API"] = "/api",
        ["Inloggen"] = "/inloggen",
        ["Feeds"] = "/feeds",
        ["Abonneren"] = "/abonneren",
        ["Weekbrieven"] = "/weekbrief",
        ["Toegankelijkheid"] = "/toegankelijkheid",
        ["Privacy"] = "/privacy",
        ["Colofon"] = "/colofon",
        ["Geen verbinding"] = "/offline",
        ["Melding 404"] = "/bestaat-niet",
    };

    /// <summary>Pages that only editors see.</summary>
    public static readonly IReadOnlyList<string> Desk =
        ["/zoeken?q=schulden", "/redactie/begrippen", "/redactie/begrippen?begrip=schuld", "/redactie/zoekvragen", "/redactie/weekbrief", "/redactie/weekbrief/bezorging", "/redactie/uitleg", "/redactie/uitleg?q=schulden&stuk=1",
            "/redactie", "/redactie?stuk=1", "/redactie/stuk/1", "/redactie/keuzes", "/redactie/taken", "/redactie/bericht", "/redactie/logboek",
            "/redactie/onderwerpen", "/redactie/onderwerpen/nieuw", "/redactie/onderwerpen/1", "/redactie/onderwerpen/geleerd", "/redactie/kenmerken/1", "/redactie/inzicht",
            "/redactie/bronnen", "/redactie/bronnen/schuldwijzer", "/redactie/bronnen/schuldwijzer/samenvoegen?met=planbureau", "/redactie/aangedragen", "/redactie/webhooks", "/redactie/handleiding", "/mijn-kiosk/tokens"];

    public static TheoryData<string> ForEditors => [.. Desk];

    public static TheoryData<string> Names => [.. All.Keys];
}
