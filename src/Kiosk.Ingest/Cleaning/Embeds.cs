using AngleSharp.Dom;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Which players become a link, and what the link says.</summary>
internal static class Embeds
{
    private static readonly (string Host, string Label)[] Players =
    [
        ("youtube.com", "Bekijk de video op YouTube"),
        ("youtube-nocookie.com", "Bekijk de video op YouTube"),
        ("youtu.be", "Bekijk de video op YouTube"),
        ("vimeo.com", "Bekijk de video op Vimeo"),
        ("dailymotion.com", "Bekijk de video op Dailymotion"),
        ("npo.nl", "Bekijk de video bij NPO"),
        ("nos.nl", "Bekijk de video bij de NOS"),
        ("spotify.com", "Beluister de podcast op Spotify"),
        ("soundcloud.com", "Beluister dit op SoundCloud"),
        ("podbean.com", "Beluister de podcast op Podbean"),
    ];

    /// <summary>The address for people and the text of the link; null if nothing known is played.</summary>
    public static (string Url, string Label)? Link(IElement element, SafeUrl urls)
    {
        var source = element.GetAttribute("src") ?? element.GetAttribute("data-src") ?? element.QuerySelector("source")?.GetAttribute("src");
        if (urls.Image(source) is not { } url)
            return null;
        return element.LocalName switch
        {
            "video" => (url, "Bekijk de video"),
            "audio" => (url, "Beluister het geluid"),
            _ => Player(new Uri(url)),
        };
    }

    private static (string Url, string Label)? Player(Uri url)
    {
        foreach (var (host, label) in Players)
        {
            if (url.Host == host || url.Host.EndsWith("." + host, StringComparison.Ordinal))
                return (ForPeople(url), label);
        }

        return null;
    }

    private static string ForPeople(Uri url)
    {
        var last = url.Segments[^1].Trim('/');
        var isId = last.Length > 0 && last.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        if (isId && url.Host.Contains("youtube", StringComparison.Ordinal) && url.AbsolutePath.StartsWith("/embed/", StringComparison.Ordinal) && last != "videoseries")
            return "https://www.youtube.com/watch?v=" + last;
        return isId && url.Host == "player.vimeo.com" ? "https://vimeo.com/" + last : url.AbsoluteUri;
    }
}
