using Kiosk.Data;
using Kiosk.Search.Queries;
using Kiosk.Search.References;

namespace Kiosk.Ingest.Archiving;

/// <summary>
/// The first guess at what an article is about and rests on: evidence by its kind, laws and municipalities by their names, phases and roles by the
/// queries in PropertyRules.txt. Each line there is a name, a colon and a query; a line that starts with # is a remark.
/// </summary>
internal static class PropertyRules
{
    private static readonly List<(Phase Phase, Query Rule)> Phases = Read<Phase>();
    private static readonly List<(WorkRole Role, Query Rule)> Roles = Read<WorkRole>();

    /// <summary>More laws or municipalities than this say nothing of what a text is about.</summary>
    private const int MostLaws = 8;
    private const int MostMunicipalities = 5;

    /// <summary>Fills all but what a person set.</summary>
    public static void Fill(Article article, ArticleTerms terms)
    {
        foreach (var property in Enum.GetValues<ArticleProperty>().Except(article.SetByHand))
            Fill(article, property, terms);
        // Rules of topics may ask for these.
        terms.Learn(known => known with
        {
            Kind = Data.Names.Of(article.Kind),
            Phases = [.. article.Phases.Select(Data.Names.Of)],
            Roles = [.. article.Roles.Select(Data.Names.Of)],
            Evidence = article.Evidence is { } evidence ? Data.Names.Of(evidence) : "",
            ValidFrom = article.ValidFrom,
            ValidUntil = article.ValidUntil,
            Municipalities = article.Municipalities,
            Laws = [.. article.Laws.Select(law => law.Split('/')[0]).Distinct()],
        });
    }

    /// <summary>Fills what is read by its name, and needs no terms.</summary>
    public static void FillNamed(Article article)
    {
        foreach (var property in new[] { ArticleProperty.Movisie, ArticleProperty.Wetten, ArticleProperty.Gemeenten }.Except(article.SetByHand))
            FillNamed(article, property);
    }

    private static void Fill(Article article, ArticleProperty property, ArticleTerms terms)
    {
        switch (property)
        {
            case ArticleProperty.Bewijs:
                article.Evidence = EvidenceOf(article.Kind);
                break;
            case ArticleProperty.Fasen:
                article.Phases = [.. Phases.Where(rule => rule.Rule.Matches(terms)).Select(rule => rule.Phase)];
                break;
            case ArticleProperty.Rollen:
                article.Roles = [.. Roles.Where(rule => rule.Rule.Matches(terms)).Select(rule => rule.Role)];
                break;
            default:
                FillNamed(article, property);
                break;
        }
    }

    private static void FillNamed(Article article, ArticleProperty property)
    {
        switch (property)
        {
            case ArticleProperty.Movisie:
                article.MovisieLevel = MovisieLevels.In($"{article.Title}\n{article.Lead}\n{article.BodyText}");
                break;
            case ArticleProperty.Wetten:
                article.Laws = [.. LawArticle.In($"{article.Title}\n{article.Lead}\n{article.BodyText}", MostLaws).Select(law => law.Key)];
                break;
            case ArticleProperty.Gemeenten:
                article.Municipalities = [.. MunicipalityReader.Read($"{article.Title}\n{article.Lead}", MostMunicipalities).Select(place => place.Slug)];
                break;
        }
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
