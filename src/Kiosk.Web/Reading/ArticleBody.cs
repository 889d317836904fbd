using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Kiosk.Web.Reading;

/// <summary>
/// Fits a clean body into the page: headings below the page's own, tables that scroll by themselves, and pictures from the kiosk itself:
/// loading one from its site would tell that site who reads what.
/// </summary>
public static class ArticleBody
{
    /// <summary>Whether the text opens or goes on with a picture of its own.</summary>
    public static bool HasPicture(string cleanHtml) => cleanHtml.Contains("<img", StringComparison.Ordinal);

    /// <param name="cleanHtml">Already rebuilt from the allowlist: this is no cleaning.</param>
    /// <param name="pictureAt">Where the kiosk shows the picture of an address; null if it does not, and then its description stands in for it.</param>
    public static string ForPage(string cleanHtml, Func<string?, string?> pictureAt)
    {
        return Parse(cleanHtml, pictureAt).InnerHtml;
    }

    /// <summary>As <see cref="ForPage"/>, as elements, for who has more to do with them.</summary>
    public static IElement Parse(string cleanHtml, Func<string?, string?> pictureAt)
    {
        var body = new HtmlParser().ParseDocument(cleanHtml).Body!;
        foreach (var picture in body.QuerySelectorAll("img").ToList())
            Show(picture, pictureAt);
        foreach (var leftover in body.QuerySelectorAll("picture, source, video, audio").ToList())
            leftover.Replace([.. leftover.ChildNodes]);
        foreach (var heading in body.QuerySelectorAll("h1").ToList())
            Rename(heading, "h2");
        foreach (var table in body.QuerySelectorAll("table").ToList())
            MakeScrollable(table);
        return body;
    }

    private static void Show(IElement picture, Func<string?, string?> pictureAt)
    {
        if (pictureAt(picture.GetAttribute("src")) is not { } address)
        {
            picture.Replace(Described(picture));
            return;
        }

        picture.SetAttribute("src", address);
        picture.SetAttribute("loading", "lazy");
        picture.SetAttribute("decoding", "async");
        if (!picture.HasAttribute("alt"))
            picture.SetAttribute("alt", "");
    }

    private static IElement Described(IElement picture)
    {
        var text = picture.GetAttribute("alt")?.Trim() is { Length: > 0 } alt ? $"Beeld: {alt}" : "Beeld bij dit stuk";
        var description = picture.Owner!.CreateElement("span");
        description.ClassName = "absent-picture";
        var inLink = picture.Closest("a") is not null;
        if (inLink || !IsWebAddress(picture.GetAttribute("src")))
        {
            description.TextContent = text;
            return description;
        }

        var link = picture.Owner.CreateElement("a");
        link.SetAttribute("href", picture.GetAttribute("src"));
        link.SetAttribute("rel", "noopener noreferrer nofollow");
        link.TextContent = $"{text} (bekijk bij de bron)";
        description.AppendChild(link);
        return description;
    }

    private static bool IsWebAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");

    private static void Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        renamed.Append([.. element.ChildNodes]);
        element.Replace(renamed);
    }

    private static void MakeScrollable(IElement table)
    {
        var frame = table.Owner!.CreateElement("div");
        frame.ClassName = "table-scroll";
        frame.SetAttribute("role", "region");
        frame.SetAttribute("aria-label", table.QuerySelector("caption")?.TextContent.Trim() is { Length: > 0 } caption ? caption : "Tabel");
        frame.SetAttribute("tabindex", "0");
        table.ClassName = "ledger";
        table.Replace(frame);
        frame.AppendChild(table);
    }
}
