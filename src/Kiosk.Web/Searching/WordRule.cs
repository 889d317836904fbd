using Kiosk.Search.Synonyms;

namespace Kiosk.Web.Searching;

/// <summary>A line of the thesaurus as an editor types it, in one spelling.</summary>
public static class WordRule
{
    private const int Longest = 1_000;

    /// <summary>As a thesaurus writes it: <c>vtlb = vrij te laten bedrag > beslagvrije voet</c>.</summary>
    public static string Text(SynonymRule rule) => string.Join(" = ", rule.Terms) + (rule.Also.Count > 0 ? " > " + string.Join(" = ", rule.Also) : "");

    /// <summary>Null if it cannot be read; <paramref name="problem"/> then says in Dutch what to do.</summary>
    public static SynonymRule? Read(string? typed, out string? problem)
    {
        var line = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        problem = line switch
        {
            "" => "Vul een begrip in, bijvoorbeeld: wsnp = wettelijke schuldsanering.",
            ['#', ..] => "Een begrip kan niet met # beginnen.",
            { Length: > Longest } => $"Dit is te lang. Gebruik ten hoogste {Longest} tekens.",
            _ => null,
        };
        if (problem is not null)
            return null;
        var rules = SynonymFile.Parse(line, out var problems);
        if (problems.Count > 0)
            problem = Sentence(problems[0]);
        return problem is null ? rules[0] : null;
    }

    /// <summary>Without the number of the line: there is only one.</summary>
    private static string Sentence(string problem)
    {
        var text = problem[(problem.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
