using System.Collections.Frozen;
using System.Globalization;
using Kiosk.Search.Analysis;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Queries;

/// <summary>What stands behind a field name and a colon: <c>soort:uitspraak</c>, <c>na:2024</c>.</summary>
internal static class QueryField
{
    private static readonly FrozenDictionary<string, Facet> Properties = new Dictionary<string, Facet>(StringComparer.OrdinalIgnoreCase)
    {
        ["soort"] = Facet.Kind,
        ["onderwerp"] = Facet.Topic,
        ["bron"] = Facet.Source,
        ["fase"] = Facet.Phase,
        ["rol"] = Facet.Role,
        ["bewijs"] = Facet.Evidence,
        ["rechten"] = Facet.Rights,
        ["gemeente"] = Facet.Municipality,
        ["wet"] = Facet.Law,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Others = new[] { "titel", "auteur", "na", "voor", "jaar", "geldig" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Properties whose values are fixed, so that a value nobody knows can be said to be wrong.</summary>
    private static readonly FrozenDictionary<Facet, string[]> Known = new Dictionary<Facet, string[]>
    {
        [Facet.Kind] = ["nieuws", "rapport", "onderzoek", "uitspraak", "wet", "praktijk", "opinie", "agenda"],
        [Facet.Phase] = ["preventie", "vroegsignalering", "toegang", "stabilisatie", "schuldregeling", "wsnp", "nazorg"],
        [Facet.Role] = ["schuldhulpverlener", "vrijwilliger", "beleid", "bestuur", "bewindvoerder"],
        [Facet.Evidence] = ["geldend-recht", "onderzocht", "onderbouwd", "praktijkervaring", "mening"],
        [Facet.Rights] = ["full", "excerpt", "link"],
    }.ToFrozenDictionary();

    private static readonly char[] YearSeparators = ['-', '\u2013', '/'];

    /// <summary>All names, to say which there are.</summary>
    public static string Names => string.Join(", ", Others.Concat(Properties.Keys).Order(StringComparer.Ordinal));

    /// <summary>Whether a day is expected behind it, which may be of several words: <c>na:1 juli 2026</c>.</summary>
    public static bool IsOfDays(string name) => name.ToLowerInvariant() is "na" or "voor" or "geldig";

    public static bool IsName(string name) => Properties.ContainsKey(name) || Others.Contains(name);

    /// <summary>The value of a property as questions hold it; empty if there is no word in it.</summary>
    public static string Folded(string text) => string.Join(' ', DutchAnalyzer.Analyze(text).Where(token => !token.IsWhole).Select(token => token.Form));

    public static string NameOf(Facet facet) => facet == Facet.Year ? "jaar" : Properties.First(pair => pair.Value == facet).Key;

    /// <summary>Null, with a remark, if it cannot be read.</summary>
    public static Query? Of(string name, Lexeme value, List<string> notes) => name.ToLowerInvariant() switch
    {
        "titel" => Leaf.Of(value, notes) is { } leaf ? InTitle(leaf) : null,
        "auteur" => Author(value, notes),
        "na" => Period(value, notes, day => new PeriodQuery(day, null)),
        "voor" => Period(value, notes, day => new PeriodQuery(null, day)),
        "jaar" => Year(value.Text, notes),
        "geldig" => Valid(value, notes),
        var property => Property(Properties[property], property, value, notes),
    };

    private static Query InTitle(Query leaf) => leaf switch
    {
        OrQuery or => Tree.Or([.. or.Parts.Select(InTitle)]),
        AndQuery and => Tree.And([.. and.Parts.Select(InTitle)]),
        _ => new TitleQuery(leaf),
    };

    private static AuthorQuery? Author(Lexeme value, List<string> notes)
    {
        var words = DutchAnalyzer.Analyze(value.Text).Where(token => !token.IsWhole).Select(token => new TermQuery(token.Form, token.Text)).ToList();
        if (words.Count > 0)
            return new AuthorQuery(words);
        notes.Add("Achter ‘auteur:’ staat geen naam. We hebben het weggelaten.");
        return null;
    }

    private static PropertyQuery? Property(Facet facet, string name, Lexeme lexeme, List<string> notes)
    {
        var text = lexeme.Text;
        if (lexeme.Kind == LexemeKind.Prefix)
            notes.Add($"Een sterretje werkt niet achter ‘{name}:’. We zoeken op hele woorden.");
        var value = Folded(text);
        if (value.Length == 0)
        {
            notes.Add($"Achter ‘{name}:’ staat geen woord. We hebben het weggelaten.");
            return null;
        }
        var query = new PropertyQuery(facet, value);
        if (!Known.TryGetValue(facet, out var known) || known.Any(one => query.Holds(new FacetValue(one, one))))
            return query;
        notes.Add($"De kiosk kent {name} ‘{Leaf.Shortened(text)}’ niet. Kies uit: {string.Join(", ", known)}.");
        return null;
    }

    private static PeriodQuery? Period(Lexeme value, List<string> notes, Func<DateOnly, PeriodQuery> make)
    {
        if (DutchDate.Read(value.Text) is { } day)
            return make(day);
        NoDate(value.Text, notes);
        return null;
    }

    private static PeriodQuery? Year(string text, List<string> notes)
    {
        var years = text.Split(YearSeparators, StringSplitOptions.TrimEntries);
        if (years.Length <= 2 && YearOf(years[0]) is { } first && YearOf(years[^1]) is { } last && first <= last)
            return new PeriodQuery(new DateOnly(first, 1, 1), new DateOnly(last + 1, 1, 1));
        notes.Add($"‘{Leaf.Shortened(text)}’ is geen jaar. Schrijf bijvoorbeeld jaar:2025 of jaar:2020-2025.");
        return null;
    }

    private static ValidQuery? Valid(Lexeme value, List<string> notes)
    {
        if (value.Text.ToLowerInvariant() is "nu" or "vandaag")
            return new ValidQuery(Day: null);
        if (DutchDate.Read(value.Text) is { } day)
            return new ValidQuery(day);
        NoDate(value.Text, notes);
        return null;
    }

    private static void NoDate(string text, List<string> notes) =>
        notes.Add($"‘{Leaf.Shortened(text)}’ is geen datum. Schrijf bijvoorbeeld 2025, 2025-07, 2025-07-15 of 15 juli 2025.");

    private static int? YearOf(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1 and < 9_998 ? year : null;
}
