namespace Kiosk.Web.Http;

/// <summary>The way back after a form, as it came in a request.</summary>
public static class LocalPath
{
    /// <summary>Only back into the kiosk itself, never to another site; the front page if it leads elsewhere.</summary>
    public static string Of(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";
}
