using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Kiosk.Web.Reading;

/// <summary>
/// Fits a clean body into the page: headings below the page's own, tables that scroll by themselves, and no picture of another site,
/// since loading it would tell that site who reads what. A picture becomes its description with a link to it.
/// </summary>
public static class ArticleBody
{
    /// <param name="cleanHtml">Already rebuilt from the allowlist: this is no cleaning.</param>
    public static string ForPage(string cleanHtml)
    {
        if (cleanHtml.Length == 0)
            return "";
        var body = new HtmlParser().ParseDocument(cleanHtml).Body!;
        foreach (var picture in body.QuerySelectorAll("img").ToList())
            picture.Replace(Described(picture));
        foreach (var leftover in body.QuerySelectorAll("picture, source, video, audio").ToList())
            leftover.Replace([.. leftover.ChildNodes]);
        foreach (var heading in body.QuerySelectorAll("h1").ToList())
            Rename(heading, "h2");
        foreach (var table in body.QuerySelectorAll("table").ToList())
            MakeScrollable(table);
        return body.InnerHtml;
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
