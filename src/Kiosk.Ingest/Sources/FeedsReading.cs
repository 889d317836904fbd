namespace Kiosk.Ingest.Sources;

/// <summary>The outcome of reading feeds.json: the file if it is sound, and otherwise all that is wrong with it at once.</summary>
/// <param name="File">Null if there is any problem: half a file would switch off the sources of the other half.</param>
/// <param name="Problems">What must be mended, in the order of the file; at most <see cref="MostProblems"/>.</param>
/// <param name="Warnings">What works, but probably not as it was meant.</param>
public sealed record FeedsReading(FeedsFile? File, IReadOnlyList<FeedsProblem> Problems, IReadOnlyList<FeedsProblem> Warnings)
{
    /// <summary>After these many problems the rest is counted, not listed.</summary>
    public const int MostProblems = 200;
}

/// <summary>Something wrong in feeds.json, in Dutch, for the person who edits it.</summary>
/// <param name="Where">The entry and its key.</param>
/// <param name="Text">What is wrong, and what to do.</param>
public sealed record FeedsProblem(string Where, string Text)
{
    public override string ToString() => $"{Where}: {Text}";
}
