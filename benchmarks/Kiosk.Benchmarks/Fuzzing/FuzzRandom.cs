namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for a seed on every machine and in every version of .NET.</summary>
internal sealed class FuzzRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A seed of its own for one input of one target.</summary>
    public static FuzzRandom For(ulong seed, string target, long number)
    {
        var mixed = new FuzzRandom(seed);
        foreach (var character in target)
            mixed = new FuzzRandom(mixed.Next() ^ character);
        return new FuzzRandom(mixed.Next() ^ (ulong)number);
    }

    public ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>At least 0 and less than <paramref name="end"/>; 0 if that is not above 0.</summary>
    public int Below(int end) => end <= 1 ? 0 : (int)(Next() % (ulong)end);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
