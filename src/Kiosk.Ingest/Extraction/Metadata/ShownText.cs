using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Extraction.Body;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The text that a page shows, in order and a block on a line, with the places of its heading and of the elements that say something about dates.</summary>
internal sealed partial class ShownText
{
    private const int Longest = 150_000;
    private const int LongestNamed = 400;
    private const int MostSpans = 500;

    private readonly StringBuilder _text = new();
    private readonly List<ShownSpan> _spans = [];
    private readonly IElement? _heading;

    public ShownText(IElement body, IElement? heading)
    {
        _heading = heading;
        Visit(body);
    }

    public string Text => _text.ToString();

    /// <summary>Where the heading of the article ends; null if it has none.</summary>
    public int? Heading { get; private set; }

    public IReadOnlyList<ShownSpan> Spans => _spans;

    private void Visit(IElement parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (_text.Length > Longest)
                return;
            if (node is IText shown)
                Append(shown.Data);
            else if (node is IElement element && !IsSilent(element))
                Child(element);
        }
    }

    /// <summary>How the source breaks its lines is not shown.</summary>
    private void Append(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                _text.Append(c);
            else if (_text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
                _text.Append(' ');
        }
    }

    private static bool IsSilent(IElement element) => TextMeasures.IsSilent(element) && element.LocalName != "button";

    private void Child(IElement element)
    {
        var isInline = TextMeasures.IsInline(element) && element.LocalName != "br";
        _text.Append(isInline ? ' ' : '\n');
        var start = _text.Length;
        Visit(element);
        if (ReferenceEquals(element, _heading))
            Heading = _text.Length;
        if (Sort(element) is { } sort && _spans.Count < MostSpans && (sort == SpanSort.Around || _text.Length - start <= LongestNamed))
            _spans.Add(new ShownSpan(start, _text.Length, sort, element));
        if (element.LocalName != "sup")
            _text.Append(isInline ? ' ' : '\n');
    }

    private SpanSort? Sort(IElement element)
    {
        if (element.LocalName == "time")
            return SpanSort.Time;
        var words = ElementWords.Of(element);
        var isAround = element.LocalName is "nav" or "footer" or "aside" or "form" || IsMasthead(element) || words.Length > 0 && (Around().IsMatch(words) || Patterns.Comments().IsMatch(words) || Patterns.IsNever(words) || Patterns.Navigation().IsMatch(words));
        if (isAround)
            return _heading is not null && element.Contains(_heading) ? null : SpanSort.Around;
        return words.Length > 0 && Named().IsMatch(words) || element.LocalName == "abbr" ? SpanSort.Named : null;
    }

    /// <summary>What stands over the whole page tells today's date.</summary>
    private static bool IsMasthead(IElement element) => element.GetAttribute("role") == "banner" || element.LocalName == "header" && element.Closest("article, main") is null;

    [GeneratedRegex(@" (?:date\w*|datum|dates|time|timestamp|timeago|publi\w*|pubdate|posted\w*|postmeta|meta|byline|fecha|data|info|created|stamp|zeit|uhrzeit|tarih|tanggal|when|dateline|waktu|hora|horario|дата|submitted) ", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Named();

    [GeneratedRegex(@" (?:related\w*|sidebar\w*|side bar|widget area|recent|latest|popular|trending|most read|mostread|recommend\w*|teasers?|ticker|carousel|slider|events?|agenda|calendar|weather|today|current date|currentdate|current time|clock|server time|topbar|top bar|masthead|copyright|more (?:news|stories)) ",
        RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Around();
}

/// <summary>What an element says about the dates in it.</summary>
internal enum SpanSort
{
    /// <summary>By its tag: a moment.</summary>
    Time,

    /// <summary>By its name: a date.</summary>
    Named,

    /// <summary>That they are not the article's.</summary>
    Around,
}

/// <summary>An element and the part of the text that stands in it.</summary>
internal sealed record ShownSpan(int Start, int End, SpanSort Sort, IElement Element)
{
    public bool Holds(int position) => position >= Start && position <= End;
}
