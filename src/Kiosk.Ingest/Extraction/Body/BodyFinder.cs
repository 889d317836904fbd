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
        var raw = new TextMeasures(Nothing).Walk(body);
        SelectedParts.Remove(body, select?.Remove);
        var stated = page.JsonLd.ArticleBody;
        var choice = SelectedParts.Of(body, select?.Body) is { Count: > 0 } given
            ? new Choice(given, new Boilerplate(raw, body, Strictness.None).Mark(), raw[body].Text)
            : Best(body, raw, title, StatedText.Of(stated));
        var found = BodyWriting.Write(page, choice);
        return found.Text.Length < Enough && stated is { Length: >= Enough } ? BodyWriting.OfText(stated) with { Image = found.Image } : found;
    }

    private static Choice Best(IElement body, TextMeasures raw, string? title, StatedText? stated)
    {
        var best = Choose(body, raw, title, stated, Strictness.Strict);
        foreach (var (strictness, enough) in new[] { (Strictness.Loose, Enough), (Strictness.None, EnoughAtLast) })
        {
            if (best.Text >= enough)
                break;
            var other = Choose(body, raw, title, stated, strictness);
            if (other.Text > 2 * best.Text)
                best = other;
        }

        return best;
    }

    private static Choice Choose(IElement body, TextMeasures raw, string? title, StatedText? stated, Strictness strictness)
    {
        var left = new Boilerplate(raw, body, strictness).Mark();
        var measures = new TextMeasures(left).Walk(body);
        var anchor = new Anchor(measures, left, title).Find(body, stated);
        var parts = new Joining(measures, left).Around(anchor);
        var pruning = new Pruning(measures, left, title, parts.Sum(part => measures[part].Text));
        foreach (var part in parts)
            pruning.Visit(part);
        return new Choice(parts, left, (int)new TextMeasures(left).Walk(anchor)[anchor].Good);
    }
}

/// <summary>What was chosen: the parts in order, what is left out of them, and how much running text that is.</summary>
internal sealed record Choice(IReadOnlyList<IElement> Parts, IReadOnlySet<IElement> Left, int Text);
