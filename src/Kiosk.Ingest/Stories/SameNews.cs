using Kiosk.Data;

namespace Kiosk.Ingest.Stories;

/// <summary>
/// Do two articles tell the same news? They do if a good part of the wording is the same <em>and</em> the facts that stand in it are.
/// Templates (the same notice of another municipality, the figures of the next quarter) have the first and not the second.
/// </summary>
internal static class SameNews
{
    /// <summary>How well they match, the more the better; null if it is other news.</summary>
    public static double? Match(StorySubject one, StorySubject other)
    {
        if (IsSeries(one, other))
            return null;
        var likeness = Likeness.Of(one.Text, other.Text);
        var alike = IsAboutTheNews(likeness) && KeepsFacts(likeness) && (one.SourceId == other.SourceId ? IsRepeated(likeness) : IsTakenOver(likeness));
        return alike ? likeness.Shared * likeness.Containment : null;
    }

    /// <summary>What two texts share at their ends only is about the sender (a note to editors, how to unsubscribe), unless they share most of their facts.</summary>
    private static bool IsAboutTheNews(Likeness likeness) => likeness.UpFront >= 3 || likeness is { SharedFacts: >= 5, FactOverlap: >= 0.7 };

    /// <summary>Facts that stand in the same words must mostly be the same: an update changes a few, a template nearly all.</summary>
    private static bool KeepsFacts(Likeness likeness) =>
        likeness is { Numbers.Part: >= 0.6, Names.Part: >= 0.6 } && (likeness.Numbers + likeness.Names).Part >= 0.7;

    /// <summary>
    /// Between sources, any of three: a stretch of text with its facts; a good part of both texts; or nearly all of the shorter (an excerpt). A survey of the
    /// week has no more than a little of each piece that it sums up.
    /// </summary>
    private static bool IsTakenOver(Likeness likeness) =>
        likeness is { Shared: >= 7, Containment: >= 0.2, SharedFacts: >= 3 } and ({ Coverage: >= 0.2, FactOverlap: >= 0.5 } or { Coverage: >= 0.15, FactOverlap: >= 0.75 })
        || likeness is { Shared: >= 12, Containment: >= 0.4, Coverage: >= 0.2 }
        || likeness is { Shared: >= 12, Containment: >= 0.7 };

    /// <summary>One source repeats itself for other reasons than news: only a text that is nearly the same counts.</summary>
    private static bool IsRepeated(Likeness likeness) =>
        likeness is { Shared: >= 12, Containment: >= 0.6, Coverage: >= 0.4, SharedFacts: >= 3, FactOverlap: >= 0.75, Numbers.Part: >= 0.8, Names.Part: >= 0.8 };

    private static bool IsSeries(StorySubject one, StorySubject other) =>
        HasOtherFigures(one.Text.Title, other.Text.Title)
        || (one.SourceId == other.SourceId && one.Kind is ArticleKind.Uitspraak or ArticleKind.Wet && one.Kind == other.Kind);

    /// <summary>"Nieuwsbrief week 12" and "Nieuwsbrief week 13": the same title but for its figures.</summary>
    private static bool HasOtherFigures(IReadOnlyList<StoryWord> one, IReadOnlyList<StoryWord> other)
    {
        var (figures, otherFigures) = (Figures(one), Figures(other));
        if (figures.Count == 0 || otherFigures.Count == 0 || figures.Overlaps(otherFigures))
            return false;
        var (words, otherWords) = (Words(one), Words(other));
        return words.Count(otherWords.Contains) * 2 >= Math.Min(words.Count, otherWords.Count);
    }

    private static HashSet<string> Figures(IReadOnlyList<StoryWord> title) =>
        [.. title.Where(static word => word.Kind == WordKind.Number).Select(static word => word.Text)];

    private static HashSet<string> Words(IReadOnlyList<StoryWord> title) =>
        [.. title.Where(static word => word.Kind != WordKind.Number).Select(static word => word.Text)];
}
