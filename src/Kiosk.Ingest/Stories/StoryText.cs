namespace Kiosk.Ingest.Stories;

/// <summary>A text as stories are recognised by: what it says in which words, and which facts stand where.</summary>
internal sealed class StoryText
{
    private StoryText(string title, IReadOnlyList<StoryWord> words)
    {
        Title = WordReader.Read(title);
        Facts = words.Where(static word => word.Kind != WordKind.Plain).Select(static word => word.Text).ToHashSet(StringComparer.Ordinal);
        Shingles = ShinglesOf(NamesTogether(words));
    }

    public IReadOnlyList<StoryWord> Title { get; }

    /// <summary>Every number and name once.</summary>
    public IReadOnlySet<string> Facts { get; }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<Shingle> Shingles { get; }

    /// <param name="title">Plain text.</param>
    /// <param name="lead">Plain text, for where there is no body.</param>
    /// <param name="body">Plain text, paragraphs apart by a line break; may be empty.</param>
    public static StoryText Of(string title, string lead, string body) => new(title, WordReader.Read(body.Length > 0 ? body : lead));

    private static Shingle[] ShinglesOf(List<StoryWord> words)
    {
        var shingles = new Shingle[Math.Max(0, words.Count - Shingle.Words + 1)];
        for (var at = 0; at < shingles.Length; at++)
            shingles[at] = Shingle.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words).Slice(at, Shingle.Words));
        return shingles;
    }

    /// <summary>Names in a row become the last of them: "wethouder Lisanne Dorrestijn" and "wethouder Dorrestijn" are one.</summary>
    private static List<StoryWord> NamesTogether(IReadOnlyList<StoryWord> words)
    {
        var together = new List<StoryWord>(words.Count);
        foreach (var word in words)
        {
            if (word.Kind == WordKind.Name && together.Count > 0 && together[^1].Kind == WordKind.Name)
                together[^1] = word;
            else
                together.Add(word);
        }

        return together;
    }
}
