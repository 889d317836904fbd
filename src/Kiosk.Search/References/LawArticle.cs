using System.Collections.Frozen;

namespace Kiosk.Search.References;

/// <summary>An article of a law, or a law as a whole, that a text is about.</summary>
/// <param name="Law">The key of the law: <c>wgs</c>.</param>
/// <param name="Number">The number of the article: <c>4a</c>, <c>6:162</c>; null for the law as a whole.</param>
public sealed record LawArticle(string Law, string? Number)
{
    private static readonly FrozenDictionary<string, string> Numbers = ReadNumbers();

    /// <summary>The one spelling in which it is kept: <c>wgs/4a</c>.</summary>
    public string Key => Number is null ? Law : $"{Law}/{Number}";

    /// <summary>For people: <c>artikel 4a Wgs</c>.</summary>
    public string Label => Number is null ? Abbreviation : $"artikel {Number} {Abbreviation}";

    public string Abbreviation => Laws.Name(Law) ?? Law;

    /// <summary>Where it stands at wetten.overheid.nl, by the address that Juriconnect defines; for a law of which the number is not known, the search there.</summary>
    public string Address
    {
        get
        {
            // The books of the Civil Code are numbered apart; its articles keep the book in front: 6:162 is article 162 of book 6.
            var (law, article) = Law == "bw" && Number?.Split(':') is [var book, var rest] ? (Law + book, rest) : (Law, Number);
            if (!Numbers.TryGetValue(law, out var number))
                return $"https://wetten.overheid.nl/zoeken/zoekresultaat/titel/{Uri.EscapeDataString(Abbreviation)}";
            return article is null ? $"https://wetten.overheid.nl/{number}" : $"https://wetten.overheid.nl/jci1.3:c:{number}&artikel={Uri.EscapeDataString(article)}";
        }
    }

    /// <summary>Reads <see cref="Key"/>; null if this version knows no such law.</summary>
    public static LawArticle? Parse(string key) => key.Split('/') is [var law, .. var rest] && Laws.Name(law) is not null ? new LawArticle(law, rest is [var number, ..] ? number : null) : null;

    /// <summary>What a text names, each once, what it names most often first.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<LawArticle> In(string text, int most) =>
        [.. ArticleReferences.Cited(text).GroupBy(cited => (cited.Law, cited.Number)).OrderByDescending(group => group.Count()).ThenBy(group => group.Min(cited => cited.Start))
            .Take(most).Select(group => new LawArticle(group.Key.Law, group.Key.Number))];

    /// <summary>Reads what an editor typed: <c>art. 4a Wgs</c>, or the name of a law alone; null if no law is meant.</summary>
    public static LawArticle? Typed(string text)
    {
        var trimmed = text.Trim();
        if (In(trimmed, 1) is [var found])
            return found;
        return Laws.At(trimmed, 0) is var (key, length) && length == trimmed.Length ? new LawArticle(key, null) : null;
    }

    private static FrozenDictionary<string, string> ReadNumbers()
    {
        using var stream = typeof(LawArticle).Assembly.GetManifestResourceStream(typeof(LawArticle), "LawNumbers.txt")
            ?? throw new InvalidOperationException("LawNumbers.txt is not embedded in the program.");
        using var reader = new StreamReader(stream);
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('|', StringSplitOptions.TrimEntries) is [var law, var number] && law[0] != '#')
                numbers[law] = number;
        }
        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
