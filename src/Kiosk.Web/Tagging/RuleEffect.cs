using Kiosk.Web.Reading;

namespace Kiosk.Web.Tagging;

/// <summary>What a rule would do to the archive.</summary>
public sealed record RuleEffect
{
    /// <summary>All articles that it matches, by id.</summary>
    public required IReadOnlyList<long> Matching { get; init; }

    /// <summary>Those that do not have the topic yet.</summary>
    public required IReadOnlyCollection<long> Adds { get; init; }

    /// <summary>Those that have it by a rule, and that this rule does not match.</summary>
    public required IReadOnlyCollection<long> Drops { get; init; }

    /// <summary>What of the rule was not understood, in Dutch.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>A few of <see cref="Adds"/>, newest first.</summary>
    public required IReadOnlyList<ArticleCard> Added { get; init; }

    /// <summary>A few of <see cref="Drops"/>, newest first.</summary>
    public required IReadOnlyList<ArticleCard> Dropped { get; init; }

    /// <summary>In one sentence: <c>Raakt 143 stukken: 12 nieuw, 3 vallen af.</c></summary>
    public string Sentence =>
        $"Raakt {DutchText.Count(Matching.Count, "stuk", "stukken")}: {DutchText.Number(Adds.Count)} nieuw, {DutchText.Count(Drops.Count, "valt af", "vallen af")}.";
}
