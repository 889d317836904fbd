namespace Kiosk.Web.Hosting;

/// <summary>How long what failed is left alone before it is tried again: 3 minutes, 9, 27 …, so that who is down for a moment is heard soon and who is down for a day is not pestered.</summary>
internal static class Backoff
{
    /// <param name="attempts">How often it was tried.</param>
    public static TimeSpan After(int attempts) => TimeSpan.FromMinutes(Math.Pow(3, attempts));
}
