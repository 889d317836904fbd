using System.Collections.Frozen;

namespace Kiosk.Search.Ranking;

/// <summary>
/// How much newer articles are preferred: news ages in months, a law hardly. Age is counted from the newest article in the index, so that an index
/// gives the same order whenever it is asked.
/// </summary>
internal static class Recency
{
    private const int SecondsADay = 86_400;
    private const int OldestDays = 20_000;

    private static readonly Pace Ordinary = new(0.10, 365);

    private static readonly Pace None = new(0, 1);

    private static readonly FrozenDictionary<string, Pace> Paces = new Dictionary<string, Pace>(StringComparer.Ordinal)
    {
        ["nieuws"] = new(0.15, 120),
        ["agenda"] = new(0.15, 60),
        ["opinie"] = new(0.12, 365),
        ["praktijk"] = new(0.10, 730),
        ["rapport"] = new(0.10, 730),
        ["onderzoek"] = new(0.10, 1_095),
        ["uitspraak"] = new(0.08, 1_460),
        ["wet"] = new(0.05, 3_650),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The factor by age in days, for articles of a kind.</summary>
    public static float[] ByAge(string kind) => (LeftOut.Recency ? None : Paces.GetValueOrDefault(kind) ?? Ordinary).ByAge;

    public static int Age(long newest, long seconds) => (int)Math.Clamp((newest - seconds) / SecondsADay, 0, OldestDays - 1);

    /// <param name="Weight">What the newest gains.</param>
    /// <param name="HalfLife">After how many days half of that is left.</param>
    private sealed record Pace(double Weight, double HalfLife)
    {
        public float[] ByAge { get; } = [.. Enumerable.Range(0, OldestDays).Select(days => (float)(1 + (Weight * double.Exp2(-days / HalfLife))))];
    }
}
