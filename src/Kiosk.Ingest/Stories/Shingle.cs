using System.Runtime.InteropServices;

namespace Kiosk.Ingest.Stories;

/// <summary>
/// Three words in a row (Broder, "On the resemblance and containment of documents", 1997), read in two ways: as they stand, and with
/// each fact replaced by its kind, so that a template with other figures has the wording of the first and not its facts.
/// </summary>
/// <param name="Exact">A hash of the words, facts included.</param>
/// <param name="Masked">A hash of the words, facts masked.</param>
/// <param name="Fact">The fact, where there is exactly one; its value is null where there are none or more.</param>
/// <param name="PlainWords">How many of the words are no facts.</param>
internal readonly record struct Shingle(ulong Exact, ulong Masked, StoryWord Fact, int PlainWords)
{
    public const int Words = 3;

    private static readonly StoryWord[] Masks = [default, new("#", WordKind.Number), new("@", WordKind.Name)];

    public static Shingle Of(ReadOnlySpan<StoryWord> words)
    {
        var (exact, masked, fact, plain) = (FnvOffset, FnvOffset, default(StoryWord), 0);
        foreach (var word in words)
        {
            exact = Add(exact, word.Text);
            masked = Add(masked, word.Kind == WordKind.Plain ? word.Text : Masks[(int)word.Kind].Text);
            if (word.Kind == WordKind.Plain)
                plain++;
            else
                fact = word;
        }

        return new Shingle(Mixed(exact), Mixed(masked), plain == Words - 1 ? fact : default, plain);
    }

    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>FNV-1a over UTF-16, with a blank between words. Stored in archives, so it never changes.</summary>
    private static ulong Add(ulong hash, string word)
    {
        foreach (var unit in MemoryMarshal.Cast<char, ushort>(word.AsSpan()))
            hash = (hash ^ unit) * FnvPrime;
        return (hash ^ ' ') * FnvPrime;
    }

    /// <summary>The finaliser of MurmurHash3 (Appleby): the smallest hashes must be a fair sample.</summary>
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
