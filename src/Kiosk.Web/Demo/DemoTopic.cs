namespace Kiosk.Web.Demo;

/// <summary>A topic of the demo, with its rule in the query language.</summary>
internal sealed record DemoTopic(string Id, string Name, string Rule)
{
    public static IReadOnlyList<DemoTopic> All { get; } =
    [
        new("vroegsignalering", "Vroegsignalering", "vroegsignal* OF (betalingsachterstand* EN (huisbezoek* OF signaal OF signalen))"),
        new("toegang", "Toegang en intake", "intake* OF wachttijd* OF \"eerste gesprek\" OF (aanmelding* EN schuldhulpverlening)"),
        new("schuldregeling", "Schuldregeling (Msnp)", "Msnp OF schuldregeling* OF saneringskrediet* OF \"minnelijk traject\" OF dwangakkoord*"),
        new("wsnp", "Wsnp", "Wsnp OF \"wettelijke schuldsanering\" OF \"schone lei\" OF (\"artikel 285\" EN Fw)"),
        new("beslagvrije-voet", "Beslagvrije voet en vtlb", "\"beslagvrije voet\" OF bvv OF vtlb OF \"vrij te laten bedrag\" OF loonbeslag*"),
        new("incasso", "Incasso en deurwaarders", "incasso* OF gerechtsdeurwaarder* OF deurwaarder* OF Wki"),
        new("bewind", "Budgetbeheer en beschermingsbewind", "beschermingsbewind* OF budgetbeheer* OF budgetcoach*"),
        new("energiearmoede", "Energiearmoede", "energiearmoede OF energierekening* OF energieschuld* OF (energie EN (afsluit* OF isolatie))"),
        new("jongeren", "Jongeren", "jongeren OF (student* EN schuld*)"),
        new("ondernemers", "Ondernemers", "ondernemer* OF zzp* OF Bbz"),
        new("laaggeletterdheid", "Laaggeletterdheid", "laaggeletterd* OF \"moeite met lezen\" OF \"begrijpelijke taal\""),
        new("toeslagen", "Toeslagen en inkomen", "toeslag* OF bijstand* OF minimaregeling*"),
        new("gedrag", "Stress en gedrag", "schaamte OF stress* OF schaarste OF gedrag*"),
        new("nazorg", "Nazorg", "nazorg OF terugval*"),
        new("preventie", "Preventie", "preventie* OF \"financiële educatie\" OF geldles*"),
        new("overheid", "Overheid als schuldeiser", "\"overheid als schuldeiser\" OF (invordering* EN (gemeente* OF Belastingdienst OF overheid)) OF boete*"),
        new("lerende-organisatie", "Lerende organisatie", "intervisie* OF \"lerende organisatie\" OF leerkring* OF werkdruk"),
        new("wetgeving", "Beleid en wetgeving", "Kamerstuk* OF wetsvoorstel* OF conceptwetsvoorstel* OF \"artikel 4a\""),
        new("onderzoek", "Onderzoek en cijfers", "veldexperiment* OF dossierstudie* OF steekproef* OF monitor"),
    ];
}
