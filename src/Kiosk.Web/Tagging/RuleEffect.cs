using Kiosk.Web.Reading;

namespace Kiosk.Web.Tagging;

/// <summary>What a rule would do to the archive.</summary>
public sealed record RuleEffect
{
    /// <summary>All articles that it matches, by id.</summary>
    public required IReadOnlyList<long> Matching { get; init; }

    public required RuleChanges Changes { get; init; }

    /// <summary>What of the rule was not understood, in Dutch.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>A few of <see cref="RuleChanges.Adds"/>, newest first.</summary>
    public required IReadOnlyList<ArticleCard> Added { get; init; }

    /// <summary>A few of <see cref="RuleChanges.Drops"/>, newest first.</summary>
    public required IReadOnlyList<ArticleCard> Dropped { get; init; }

    /// <summary>In one sentence: <c>Raakt 143 stukken: 12 nieuw, 3 vallen af.</c></summary>
    public string Sentence =>
        $"Raakt {DutchText.Count(Matching.Count, "stuk", "stukken")}: {DutchText.Number(Changes.Adds.Count)} nieuw, {DutchText.Count(Changes.Drops.Count, "valt af", "vallen af")}.";
}
