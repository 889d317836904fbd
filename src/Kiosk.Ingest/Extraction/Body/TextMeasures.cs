using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>
/// Measures every element of a tree in one walk. Text counts for as much as it reads like running text: long, few links, ends its
/// sentences, uses small words (after boilerpipe, Kohlschütter 2010, and jusText, Pomikálek 2011).
/// </summary>
internal sealed class TextMeasures(IReadOnlySet<IElement> left)
{
    private const int ShortestRun = 40;
    private const double MostLinks = 0.5;
    private const int WordsToJudge = 8;

    private static readonly FrozenSet<string> Inline =
        ("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong "
        + "sub sup time tt u var wbr br img picture").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Silent =
        "script style noscript template svg math iframe object embed canvas audio video select option button input textarea head title"
            .Split(' ').ToFrozenSet();

    private readonly Dictionary<IElement, Measure> _known = [];

    public Measure this[IElement element] => _known.GetValueOrDefault(element) ?? new Measure();

    public static bool IsInline(IElement element) => Inline.Contains(element.LocalName);

    public static bool IsSilent(IElement element) => Silent.Contains(element.LocalName);

    public TextMeasures Walk(IElement root)
    {
        Visit(root, isLinked: false);
        return this;
    }

    private Measure Visit(IElement element, bool isLinked)
    {
        var whole = new Measure();
        var run = new Measure();
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text)
                Count(run, text.Data, isLinked);
            else if (node is IElement child && !left.Contains(child) && !IsSilent(child))
                Child(child, isLinked || child.LocalName == "a", whole, run);
        }

        if (whole.HasBlocks || !IsInline(element))
            Close(whole, run);
        else
            whole.Add(run);
        _known[element] = whole;
        return whole;
    }

    private void Child(IElement child, bool isLinked, Measure whole, Measure run)
    {
        var inner = Visit(child, isLinked);
        if (!inner.HasBlocks && IsInline(child))
        {
            run.Add(inner);
            return;
        }

        Close(whole, run);
        whole.Add(inner);
        whole.Good += inner.Good;
        whole.HasBlocks = true;
    }

    private void Close(Measure whole, Measure run)
    {
        if (run.Text > 0)
        {
            whole.Add(run);
            whole.Good += Worth(run);
        }

        run.Text = run.Linked = run.Words = run.StopWords = run.Unspaced = 0;
        run.EndsSentence = false;
    }

    private double Worth(Measure run)
    {
        if (run.LinkDensity > MostLinks || run.Text < ShortestRun && run.Unspaced < ShortestRun / 3)
            return 0;
        var small = (double)run.StopWords / Math.Max(1, run.Words);
        var isProse = run.Unspaced * 3 > run.Text || run.Words < WordsToJudge || small >= 0.2;
        var worth = run.Text * (1 - 1.5 * run.LinkDensity) * (isProse ? 1 : small >= 0.1 ? 0.6 : 0.25);
        if (!run.EndsSentence)
            worth *= 0.6;
        if (run.Unspaced * 3 > run.Text)
            worth *= 2;
        return worth;
    }

    private static void Count(Measure run, string text, bool isLinked)
    {
        var at = 0;
        var length = run.Text;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            Word(run, text.AsSpan(at, end - at));
            at = end;
        }

        if (isLinked)
            run.Linked += run.Text - length;
    }

    private static void Word(Measure run, ReadOnlySpan<char> word)
    {
        run.Text += word.Length + (run.Text > 0 ? 1 : 0);
        run.Words++;
        run.EndsSentence = word[^1] is '.' or '!' or '?' or ':' or '"' or '\u201d' or '\u00bb' or '\u201c' or '\u2019' or '\u2026' or ')' or '\u3002' or '\uff01' or ';';
        if (StopWords.Contains(word.Trim(".,;:!?()\"'\u2018\u2019\u201c\u201d\u00ab\u00bb")))
            run.StopWords++;
        foreach (var c in word)
        {
            if (c is >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\u0E00' and <= '\u0E7F')
                run.Unspaced++;
        }
    }
}
