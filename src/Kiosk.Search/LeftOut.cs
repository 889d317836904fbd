namespace Kiosk.Search;

/// <summary>
/// What is left out of analysis and ranking, so that a benchmark can measure what each brings. A kiosk leaves out nothing: these are switches of the
/// runtime (<see cref="AppContext"/>), read once, before the first text is analysed.
/// </summary>
internal static class LeftOut
{
    public const string Prefix = "Kiosk.Search.Without.";

    public static readonly bool Stems = Is(nameof(Stems));
    public static readonly bool StopWords = Is(nameof(StopWords));
    public static readonly bool Parts = Is(nameof(Parts));
    public static readonly bool References = Is(nameof(References));
    public static readonly bool Synonyms = Is(nameof(Synonyms));
    public static readonly bool LooseParts = Is(nameof(LooseParts));
    public static readonly bool Sentences = Is(nameof(Sentences));
    public static readonly bool Closeness = Is(nameof(Closeness));
    public static readonly bool Recency = Is(nameof(Recency));
    public static readonly bool Fields = Is(nameof(Fields));
    public static readonly bool Lengths = Is(nameof(Lengths));
    public static readonly bool Rounding = Is(nameof(Rounding));

    private static bool Is(string name) => AppContext.TryGetSwitch(Prefix + name, out var isLeftOut) && isLeftOut;
}
