using System.Globalization;

namespace Kiosk.Web.Pages.Redactie.Bronbeheer;

/// <summary>The addresses of the desk's pages about sources.</summary>
public static class DeskLinks
{
    public const string Sources = "/redactie/bronnen";

    public static string Proposal(long id) => string.Create(CultureInfo.InvariantCulture, $"{Sources}/proef/{id}");

    public static string Source(string slug) => $"{Sources}/{Uri.EscapeDataString(slug)}";

    /// <summary>Where a source is put into another.</summary>
    public static string Union(string slug) => $"{Source(slug)}/samenvoegen";
}
