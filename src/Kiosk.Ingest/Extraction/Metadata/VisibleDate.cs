using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Extraction.Body;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>
/// The date that readers see. Every date on the page is weighed by what it stands in (a time element, a part named for it), what is
/// said before it ("Geplaatst op", "Bijgewerkt"), how near it is to the heading, and whether the address agrees; the heaviest counts.
/// </summary>
internal sealed partial class VisibleDate
{
    private const double Certain = 2;
    private const int ShortLine = 90;
    private const int LongLine = 220;
    private const int LabelLength = 40;

    private static readonly string[] Attributes = ["datetime", "data-datetime", "data-date", "data-published", "data-publish-date", "data-publishdate", "data-published-date", "data-pubdate", "data-timestamp", "data-time", "data-utc", "data-epoch", "content", "title"];

    private readonly PageCalendar _calendar;
    private readonly ShownText _shown;
    private readonly string _folded;
    private readonly (DateTimeOffset Date, double Weight)? _best;

    public VisibleDate(Page page, PageCalendar calendar)
    {
        _calendar = calendar;
        _shown = new ShownText(page.Document.Body!, PageHeading.Of(page));
        _folded = _shown.Text.ToLowerInvariant();
        foreach (var candidate in InAttributes().Concat(InText()))
        {
            if (_best is not { } other || candidate.Weight > other.Weight)
                _best = candidate;
        }
    }

    /// <summary>A date that by its place can only be the article's; null if there is none.</summary>
    public DateTimeOffset? NearHeading => _best is { Weight: >= Certain } found ? found.Date : null;

    /// <summary>The likeliest date on the page, however unlikely; null if there is none but in running text.</summary>
    public DateTimeOffset? Anywhere => _best?.Date;

    /// <summary>The day in the first short line that speaks of a change: "Laatst bijgewerkt op 3 november 2026"; null if there is none.</summary>
    public DateTimeOffset? Changed { get; private set; }

    private IEnumerable<(DateTimeOffset Date, double Weight)> InAttributes()
    {
        foreach (var span in _shown.Spans.Where(static span => span.Sort != SpanSort.Around))
        {
            if (Attributes.Select(name => PageMoment.Of(span.Element.GetAttribute(name), _calendar)).FirstOrDefault(static date => date is not null) is not { } date)
                continue;
            var isOfChange = IsOfChange(span);
            if ((isOfChange || Label(span.Start) < 0) && !Sorts(span.Start).Contains(SpanSort.Around))
                Changed ??= date;
            yield return (date, Weight(span.Start, DateOnly.FromDateTime(date.DateTime)) + (isOfChange ? -3 : 0.5));
        }
    }

    private IEnumerable<(DateTimeOffset Date, double Weight)> InText()
    {
        // Folding can shorten a text; a line is folded at a time, so that places in the text stay what they are.
        var start = 0;
        foreach (var line in _shown.Text.Split('\n'))
        {
            var at = start;
            start += line.Length + 1;
            if (!line.Any(char.IsDigit))
                continue;
            foreach (var found in WrittenDays.Find(WrittenDays.Fold(line), _calendar).Take(3))
            {
                var position = Math.Min(at + found.Position, at + line.Length);
                if (line.Trim().Length <= ShortLine && Label(position) < 0 && !Sorts(position).Contains(SpanSort.Around))
                    Changed ??= PageMoment.Midnight(found.Day, _calendar);
                if (!IsInRunningText(position, line, found.Day))
                    yield return (PageMoment.Midnight(found.Day, _calendar), Weight(position, found.Day));
            }
        }
    }

    /// <summary>"Sinds 1 januari 2021 geldt een nieuwe wet" tells nothing about the page, unless its address tells the same month.</summary>
    private bool IsInRunningText(int position, string line, DateOnly day) =>
        line.Trim() is [.., '.' or '!' or '?' or ':' or '"' or '\u201d' or ')'] and { Length: > ShortLine } && Label(position) <= 0 && _calendar.Agreement(day) <= 0 && !Sorts(position).Overlaps([SpanSort.Time, SpanSort.Named]);

    private HashSet<SpanSort> Sorts(int position) => [.. _shown.Spans.Where(span => span.Holds(position)).Select(static span => span.Sort)];

    private double Weight(int position, DateOnly day)
    {
        var sorts = Sorts(position);
        return (sorts.Contains(SpanSort.Time) ? 3 : 0) + (sorts.Contains(SpanSort.Named) ? 2 : 0) - (sorts.Contains(SpanSort.Around) ? 6 : 0)
            + Label(position) + Line(position) + Distance(position) + 2 * _calendar.Agreement(day);
    }

    private bool IsOfChange(ShownSpan span) =>
        ChangeWord().IsMatch(_folded[span.Start..Math.Min(span.End, span.Start + LabelLength)]) || ChangeWord().IsMatch(ElementWords.Of(span.Element));

    private double Label(int position)
    {
        var before = _folded[Math.Max(0, position - LabelLength)..position];
        return Updated().IsMatch(before) ? -1.5 : Published().IsMatch(before) ? 2 : 0;
    }

    private double Line(int position)
    {
        var end = _folded.IndexOf('\n', Math.Min(position, _folded.Length - 1));
        var start = position == 0 ? -1 : _folded.LastIndexOf('\n', position - 1);
        var length = _folded.AsSpan((start + 1)..(end < 0 ? _folded.Length : end)).Trim().Length;
        return length <= ShortLine ? 1 : length >= LongLine ? -3 : 0;
    }

    private double Distance(int position) => (position - _shown.Heading) switch
    {
        null => 0,
        < -600 => -1.5,
        < -200 => 0,
        < 0 => 1,
        <= 500 => 2 - 0.001 * (position - _shown.Heading!.Value),
        <= 1_500 => 1,
        <= 6_000 => 0,
        _ => -1,
    };

    private const string ChangeWords = "(?:updat|modif|bijgewerkt|gewijzigd|aangepast|aktualisiert|mis à jour|actualizad|aggiornat|atualizad|обновлен|güncelle|aktualizac|uppdatera|oppdater|opdater|diperbarui|更新)";

    [GeneratedRegex(ChangeWords, RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex ChangeWord();

    [GeneratedRegex(ChangeWords + @"(?:[^.0-9\n]|(?<=\b\p{L}{1,3})\.){0,25}$", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Updated();

    [GeneratedRegex(@"(?:publi|posted|gepubliceerd|geplaatst|publicatie|nieuwsbericht|pubblicat|veröffentlicht|erstellt|опубликован|yayın|giriş|tarih|tanggal|diterbitkan|dipublikasikan|data|fecha|(?<!\p{L})(?:data|datum|date|on|op|am)|发布|發佈|发表|時間|时间|投稿|公開|入力|نشر|تاریخ|ngày|đăng|julkaistu|publicerad|publisert|opublikowan|data dodania|zveřejn|megjelent|δημοσί|дата|created|submitted|written)\W{0,3}(?:[^.0-9\n]|(?<=\b\p{L}{1,3})\.){0,14}$", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Published();
}
