using AngleSharp.Dom;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Sources;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>From a page to the text of its article.</summary>
internal static class BodyFinder
{
    // Less than this, and it is worth trying again with less suspicion.
    private const int Enough = 300;
    private const int EnoughAtLast = 100;

    private static readonly HashSet<IElement> Nothing = [];

    public static FoundBody Find(Page page, string? title, FeedsSelect? select)
    {
        if (page.Document.Body is not { } body)
            return new FoundBody("", "");
        Unfolding.Open(body);
        var raw = new TextMeasures(Nothing).Walk(body);
        SelectedParts.Remove(body, select?.Remove);
        var stated = page.JsonLd.ArticleBody;
        var choice = SelectedParts.Of(body, select?.Body) is { Count: > 0 } given
            ? new Choice(given, new Boilerplate(raw, body, Strictness.None).Mark(), raw[body].Text, "gekozen door de bron (select.body)")
            : Best(body, raw, title, StatedText.Of(stated));
        page.Why.Add("body", choice.Origin, string.Join(" + ", choice.Parts.Select(ElementPath.Of)));
        page.Why.Add("body", "weggelaten", string.Join(", ", choice.Left.Where(element => raw[element].Text > 0 && choice.Parts.Any(part => part.Contains(element))).Select(ElementPath.Of).Distinct()));
        var found = BodyWriting.Write(page, choice);
        if (found.Text.Length >= Enough || stated is not { Length: >= Enough })
            return found;
        page.Why.Add("body", "JSON-LD articleBody, want op de pagina staat bijna niets", stated);
        return BodyWriting.OfText(stated) with { Image = found.Image };
    }

    private static Choice Best(IElement body, TextMeasures raw, string? title, StatedText? stated)
    {
        var best = Choose(body, raw, title, stated, Strictness.Strict);
        foreach (var (strictness, enough) in new[] { (Strictness.Loose, Enough), (Strictness.None, EnoughAtLast) })
        {
            if (best.Text >= enough)
                break;
            var other = Choose(strictness == Strictness.None ? Main(body, raw) : body, raw, title, stated, strictness);
            if (other.Text > 2 * best.Text)
                best = other;
        }

        return best;
    }

    /// <summary>The part that the page marks as its matter, if there is one with running text in it: a message of one line stands among a site of hundreds.</summary>
    private static IElement Main(IElement body, TextMeasures raw) =>
        new[] { "main, [role=main]", "article" }.Select(selector => body.QuerySelectorAll(selector)).FirstOrDefault(found => found.Length == 1 && raw[found[0]].Good > 0)?[0] ?? body;

    private static string Origin(string reason, Strictness strictness) => strictness switch
    {
        Strictness.Strict => reason,
        Strictness.Loose => reason + "; zonder te letten op wat om een artikel heen staat, omdat er anders weinig overbleef",
        _ => reason + "; zonder iets weg te laten, omdat er anders bijna niets overbleef",
    };

    private static Choice Choose(IElement body, TextMeasures raw, string? title, StatedText? stated, Strictness strictness)
    {
        var left = new Boilerplate(raw, body, strictness).Mark();
        var measures = new TextMeasures(left).Walk(body);
        var found = new Anchor(measures, left, title);
        var anchor = found.Find(body, stated);
        var parts = new Joining(measures, left).Around(anchor);
        new Pruning(measures, left, title, parts).Visit();
        return new Choice([.. parts.Where(part => !left.Contains(part))], left, (int)new TextMeasures(left).Walk(anchor)[anchor].Good, Origin(found.Reason, strictness));
    }
}

/// <summary>What was chosen: the parts in order, what is left out of them, how much running text that is, and why it was chosen.</summary>
internal sealed record Choice(IReadOnlyList<IElement> Parts, IReadOnlySet<IElement> Left, int Text, string Origin);
