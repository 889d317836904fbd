using System.Globalization;

namespace Kiosk.Web.Reading;

/// <summary>The addresses of the kiosk's own pages.</summary>
public static class Links
{
    public const string SearchPath = "/zoeken";

    /// <summary>What stands behind the number of an article and is no title.</summary>
    private static readonly string[] OwnPages = ["keuze", "omslag", "aantekening"];

    public static string Article(long id, string title)
    {
        var slug = Slug.Of(title);
        if (OwnPages.Contains(slug))
            slug = "";
        return string.Create(CultureInfo.InvariantCulture, $"/artikel/{id}{(slug.Length > 0 ? "/" : "")}{slug}");
    }

    /// <summary>The article that <see cref="Article"/> leads to; null if <paramref name="path"/> is that of another page.</summary>
    public static long? ArticleOf(string? path) =>
        path?.Split('/') is ["", "artikel", var id, .. var rest] && rest is [] or [_] && !rest.Any(part => OwnPages.Contains(part))
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <param name="key">For who comes by a link: <c>ReadingList.LinkKey</c>.</param>
    public static string List(long id, string title, string? key = null)
    {
        var slug = Slug.Of(title);
        return string.Create(CultureInfo.InvariantCulture, $"/lijst/{id}{(slug.Length > 0 ? "/" : "")}{slug}{(key is null ? "" : "?sleutel=")}{key}");
    }

    /// <summary>A list as a file: a feed or an export.</summary>
    public static string ListFile(long id, string name, string? key = null) =>
        string.Create(CultureInfo.InvariantCulture, $"/lijst/{id}/bestand/{name}{(key is null ? "" : "?sleutel=")}{key}");

    /// <summary>A list on paper.</summary>
    public static string Package(long id, string? key = null) => string.Create(CultureInfo.InvariantCulture, $"/pakket/{id}{(key is null ? "" : "?sleutel=")}{key}");

    /// <summary>Where an article is put on lists.</summary>
    public static string Save(long id) => string.Create(CultureInfo.InvariantCulture, $"/lijsten/erbij?stuk={id}");

    public static string Topic(string slug) => $"/onderwerp/{Uri.EscapeDataString(slug)}";

    public static string Source(string slug) => $"/bron/{Uri.EscapeDataString(slug)}";

    /// <summary>Where editors put an article right.</summary>
    public static string Desk(long id) => string.Create(CultureInfo.InvariantCulture, $"/redactie/stuk/{id}");

    /// <summary>Where editors pick an article.</summary>
    public static string Pick(long id) => string.Create(CultureInfo.InvariantCulture, $"/artikel/{id}/keuze");

    /// <summary>Where editors choose what stands on the cover of an article.</summary>
    public static string Cover(long id) => string.Create(CultureInfo.InvariantCulture, $"/artikel/{id}/omslag");

    /// <summary>Where a reader marks and notes.</summary>
    /// <param name="annotation">The one to change; null for a new one.</param>
    public static string Annotation(long id, long? annotation = null) =>
        string.Create(CultureInfo.InvariantCulture, $"/artikel/{id}/aantekening{(annotation is null ? "" : "?nr=")}{annotation}");

    /// <summary>Where editors set what an article is about.</summary>
    public static string Properties(long id) => string.Create(CultureInfo.InvariantCulture, $"/redactie/kenmerken/{id}");

    public static string Calendar(long id) => string.Create(CultureInfo.InvariantCulture, $"/agenda/{id}.ics");

    /// <summary>Where editors handle a source.</summary>
    public static string SourceControl(string slug) => $"{Source(slug)}/bediening";

    public static string Search(string text) => $"{SearchPath}?q={Uri.EscapeDataString(text)}";

    /// <summary>Where editors see why a piece stands where it stands.</summary>
    public static string Explanation(string question, long article) =>
        string.Create(CultureInfo.InvariantCulture, $"/redactie/uitleg?q={Uri.EscapeDataString(question)}&stuk={article}");
}
