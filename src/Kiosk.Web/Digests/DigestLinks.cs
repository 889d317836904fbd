namespace Kiosk.Web.Digests;

/// <summary>The addresses of digests on the web.</summary>
public static class DigestLinks
{
    public const string Archive = "/weekbrief";

    public const string Subscribe = "/abonneren";

    public const string Desk = "/redactie/weekbrief";

    public static string Of(DateOnly week) => $"{Archive}/{DigestCalendar.Name(week)}";

    /// <summary>All digests of one topic.</summary>
    public static string Topic(string slug) => $"{Archive}/onderwerp/{Uri.EscapeDataString(slug)}";

    /// <summary>How the letters of a week fare, for editors.</summary>
    public static string DeliveryOf(DateOnly week) => $"{Desk}/bezorging?week={DigestCalendar.Name(week)}";

    public static string DeskOf(DateOnly week) => $"{Desk}?week={DigestCalendar.Name(week)}";
}
