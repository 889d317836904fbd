using Kiosk.Web.Reading;

namespace Kiosk.Web.Pages.Redactie;

/// <summary>The menu of the editors' desk, in its order. The first is where the desk opens.</summary>
public static class DeskMenu
{
    public static readonly MenuItem[] Items =
    [
        new("postvak", "/redactie", "mail", "Postvak"),
        new("keuzes", "/redactie/keuzes", "save", "Keuzes"),
        new("redactie-onderwerpen", "/redactie/onderwerpen", "topic", "Onderwerpen"),
        new("begrippen", "/redactie/begrippen", "note", "Begrippen"),
        new("weekbrief", "/redactie/weekbrief", "mail", "Weekbrief"),
        new("bronnen", "/redactie/bronnen", "rss", "Bronnen"),
        new("aangedragen", "/redactie/aangedragen", "mail", "Aangedragen"),
        new("webhooks", "/redactie/webhooks", "share", "Webhooks"),
        new("zoekvragen", "/redactie/zoekvragen", "search", "Zoekvragen"),
        new("inzicht", "/redactie/inzicht", "kind-onderzoek", "Inzicht"),
        new("logboek", "/redactie/logboek", "clock", "Logboek"),
        new("handleiding", "/redactie/handleiding", "info", "Handleiding"),
    ];
}
