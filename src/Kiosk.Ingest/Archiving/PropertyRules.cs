using Kiosk.Data;
using Kiosk.Search.Queries;

namespace Kiosk.Ingest.Archiving;

/// <summary>
/// The first guess at what an article is about and rests on: evidence by its kind, phases and roles by the queries in PropertyRules.txt. Each line
/// there is a name, a colon and a query; a line that starts with # is a remark.
/// </summary>
internal static class PropertyRules
{
    private static readonly List<(Phase Phase, Query Rule)> Phases = Read<Phase>();
    private static readonly List<(WorkRole Role, Query Rule)> Roles = Read<WorkRole>();

    public static void Fill(Article article, ArticleTerms terms)
    {
        article.Evidence = EvidenceOf(article.Kind);
        article.Phases = [.. Phases.Where(rule => rule.Rule.Matches(terms)).Select(rule => rule.Phase)];
        article.Roles = [.. Roles.Where(rule => rule.Rule.Matches(terms)).Select(rule => rule.Role)];
    }

    /// <summary>Null where the kind alone tells nothing.</summary>
    private static Evidence? EvidenceOf(ArticleKind kind) => kind switch
    {
        ArticleKind.Wet or ArticleKind.Uitspraak => Evidence.GeldendRecht,
        ArticleKind.Onderzoek => Evidence.Onderzocht,
        ArticleKind.Opinie => Evidence.Mening,
        ArticleKind.Praktijk => Evidence.Praktijkervaring,
        _ => null,
    };

    private static List<(T Value, Query Rule)> Read<T>()
        where T : struct, Enum
    {
        using var stream = typeof(PropertyRules).Assembly.GetManifestResourceStream(typeof(PropertyRules), "PropertyRules.txt")
            ?? throw new InvalidOperationException("PropertyRules.txt is not embedded in the program.");
        using var reader = new StreamReader(stream);
        var rules = new List<(T, Query)>();
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[0] != '#' && Data.Names.TryParse<T>(line[..colon], out var value))
                rules.Add((value, Query.Parse(line[(colon + 1)..])));
        }
        return rules;
    }
}
