using Kiosk.Data;

namespace Kiosk.Web.Digests;

/// <summary>
/// How much an article weighs in the digest, where no editor decided: what lasts before what passes, fresh before old, what several sources tell
/// before what one does, what readers keep before what they leave.
/// </summary>
public static class DigestWeight
{
    private const double HalvesInDays = 10;
    private const int MostSources = 4;
    private const int MostSavers = 10;

    /// <param name="sources">That tell the same news besides.</param>
    /// <param name="savers">Readers who keep it in a list.</param>
    public static double Of(DigestFacts facts, int sources, int savers, DateTimeOffset now)
    {
        var age = Math.Max(0, (now - facts.PublishedAt).TotalDays);
        return OfKind(facts.Kind) * Math.Pow(0.5, age / HalvesInDays) * (facts.HasLead ? 1 : 0.6)
            * (1 + 0.25 * Math.Min(MostSources, sources)) * (1 + 0.05 * Math.Min(MostSavers, savers));
    }

    private static double OfKind(ArticleKind kind) => kind switch
    {
        ArticleKind.Onderzoek or ArticleKind.Rapport => 1.3,
        ArticleKind.Uitspraak or ArticleKind.Wet => 1.2,
        ArticleKind.Praktijk => 1.15,
        ArticleKind.Opinie => 0.9,
        _ => 1,
    };
}
