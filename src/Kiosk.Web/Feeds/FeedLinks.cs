using Kiosk.Web.Digests;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Feeds;

/// <summary>The addresses of the kiosk's feeds: beside the page that they are of, under <c>bestand</c> and the name of a <see cref="FeedFormat"/>.</summary>
public static class FeedLinks
{
    /// <summary>The page that tells of all of them.</summary>
    public const string Page = "/feeds";

    /// <summary>All that are public, as OPML.</summary>
    public const string Opml = "/feeds.opml";

    /// <summary>Those of a reader's own things, as OPML.</summary>
    public const string MyOpml = "/mijn-kiosk/feeds.opml";

    /// <summary>Everything.</summary>
    public static string Kiosk(string file) => Of("", file);

    public static string Picks(string file) => Of("/keuzes", file);

    public static string Topic(string slug, string file) => Of(Links.Topic(slug), file);

    public static string Source(string slug, string file) => Of(Links.Source(slug), file);

    public static string Digests(string file) => Of(DigestLinks.Archive, file);

    /// <param name="query">In the query language.</param>
    /// <param name="exactly">Without what means the same.</param>
    public static string Search(string query, bool exactly, string file) => $"{Of(Links.SearchPath, file)}?q={Uri.EscapeDataString(query)}{(exactly ? "&precies=1" : "")}";

    /// <param name="key">That nobody guesses: <see cref="Data.Alerts.Alert.FeedKey"/>.</param>
    public static string Alert(string key, string file) => Of($"/attendering/{key}", file);

    private static string Of(string page, string file) => $"{page}/bestand/{file}";
}
