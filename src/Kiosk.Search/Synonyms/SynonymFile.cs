namespace Kiosk.Search.Synonyms;

/// <summary>
/// Reads a thesaurus as people write it, a rule a line: <c>wsnp = wet schuldsanering natuurlijke personen</c> works both ways,
/// <c>vtlb > beslagvrije voet</c> only from left to right; a line that starts with # is a remark.
/// </summary>
public static class SynonymFile
{
    private const int MostRules = 5_000;
    private const int MostTerms = 20;
    private const int LongestTerm = 100;

    /// <summary>The rules that can be read; the others are named in Dutch, with the number of the line and what to do.</summary>
    public static IReadOnlyList<SynonymRule> Parse(string text, out IReadOnlyList<string> problems)
    {
        var (rules, wrong) = (new List<SynonymRule>(), new List<string>());
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.Trim() is { Length: > 0 } rule && rule[0] != '#' && ReadRule(rule.ToString(), rules) is { } problem)
                wrong.Add($"Regel {number}: {problem}");
            if (rules.Count < MostRules)
                continue;
            wrong.Add($"De lijst heeft meer dan {MostRules} regels. We lezen tot en met regel {number}.");
            break;
        }
        problems = wrong;
        return rules;
    }

    /// <summary>The list of the field that comes with the program, as text.</summary>
    public static string Packaged()
    {
        using var stream = typeof(SynonymFile).Assembly.GetManifestResourceStream(typeof(SynonymFile), "Field.txt")
            ?? throw new InvalidOperationException("Field.txt is not embedded in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string? ReadRule(string line, List<SynonymRule> rules)
    {
        var sides = line.Split('>');
        if (sides.Length > 2)
            return "er staan twee pijlen (>). Maak er twee regels van.";
        var (terms, also) = (Terms(sides[0]), sides.Length > 1 ? Terms(sides[1]) : []);
        if (Problem(line, terms, also, sides.Length > 1) is { } problem)
            return problem;
        rules.Add(new SynonymRule(terms, also));
        return null;
    }

    private static string? Problem(string line, List<string> terms, List<string> also, bool arrow)
    {
        if (terms.Concat(also).FirstOrDefault(term => !term.Any(char.IsLetterOrDigit)) is not null)
            return $"in ‘{Shortened(line)}’ ontbreekt een woord. Zet aan beide kanten van = en > een woord.";
        if (terms.Count + also.Count > MostTerms)
            return $"er staan meer dan {MostTerms} woorden naast elkaar. Maak er twee regels van.";
        if (terms.Concat(also).FirstOrDefault(term => term.Length > LongestTerm) is { } tooLong)
            return $"‘{Shortened(tooLong)}’ is te lang. Gebruik ten hoogste {LongestTerm} tekens.";
        return !arrow && terms.Count < 2 ? $"‘{Shortened(line)}’ staat alleen. Zet er met = of > een ander woord naast." : null;
    }

    private static List<string> Terms(string side) => [.. side.Split('=').Select(term => term.Trim())];

    private static string Shortened(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");
}
