using System.Numerics;
using System.Runtime.CompilerServices;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>
/// Reads a posting list from begin to end into a set of articles and their weighted frequencies. These loops are what a search costs: they are compiled
/// at their best at once, since a kiosk may see few searches a day.
/// </summary>
internal static class PostingScan
{
    /// <summary>What a word found only by how it is written counts: as much as once in a text of average length.</summary>
    private const float MarkFrequency = 1;

    public static void Read(Segment segment, TermEntry term, ulong[] bits, float[]? frequencies, float weight, Bm25 bm25)
    {
        using var record = segment.ReadArticles(term);
        if (!term.IsPlain)
            ReadMarks(record.Span, term.Count, bits, frequencies, weight * MarkFrequency);
        else if (frequencies is null)
            ReadArticles(record.Span, term.Count, bits);
        else
            ReadFrequencies(record.Span, term.Count, segment.Values, bits, frequencies, weight, bm25);
    }

    /// <summary>The same for those articles only that hold the term in their title.</summary>
    public static void ReadTitles(Segment segment, TermEntry term, ulong[] bits, float[]? frequencies, float weight, Bm25 bm25)
    {
        using var record = segment.ReadArticles(term);
        var bytes = record.Span;
        var (at, article) = (0, -1);
        for (var left = term.Count; left > 0; left--)
        {
            article += PostingBytes.Number(bytes, ref at) + 1;
            var code = bytes[at++];
            if (code > TermFrequencies.HighestBodyOnly && (code & (1 << (int)Field.Title)) != 0)
            {
                BitSet.Set(bits, article);
                if (frequencies is not null)
                    frequencies[article] = WithFields(frequencies[article], bytes[at..], code, segment.Values, article, weight, bm25);
            }
            at += TermFrequencies.More(code);
        }
    }

    /// <summary>The articles that hold the term in their own words, and not only in the name of a topic.</summary>
    public static void ReadTexts(Segment segment, TermEntry term, ulong[] bits)
    {
        using var record = segment.ReadArticles(term);
        var bytes = record.Span;
        var (at, article) = (0, -1);
        for (var left = term.Count; left > 0; left--)
        {
            article += PostingBytes.Number(bytes, ref at) + 1;
            var code = term.IsPlain ? bytes[at++] : (byte)1;
            if (code <= TermFrequencies.HighestBodyOnly || (code & TermFrequencies.HighestBodyOnly & ~(1 << (int)Field.Topics)) != 0)
                BitSet.Set(bits, article);
            at += TermFrequencies.More(code);
        }
    }

    private static void ReadMarks(ReadOnlySpan<byte> bytes, int count, ulong[] bits, float[]? frequencies, float frequency)
    {
        var (at, article) = (0, -1);
        for (; count > 0; count--)
        {
            article += PostingBytes.Number(bytes, ref at) + 1;
            BitSet.Set(bits, article);
            if (frequencies is not null)
                frequencies[article] = Math.Max(frequencies[article], frequency);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadArticles(ReadOnlySpan<byte> bytes, int count, ulong[] bits)
    {
        var (at, article) = (0, -1);
        for (; count > 0; count--)
        {
            article += PostingBytes.Number(bytes, ref at) + 1;
            at += 1 + TermFrequencies.More(bytes[at]);
            BitSet.Set(bits, article);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadFrequencies(ReadOnlySpan<byte> bytes, int count, Values values, ulong[] bits, float[] frequencies, float weight, Bm25 bm25)
    {
        var (lengths, factors) = (values.Lengths[(int)Field.Body], bm25.Factors(Field.Body));
        var (at, article) = (0, -1);
        for (; count > 0; count--)
        {
            article += PostingBytes.Number(bytes, ref at) + 1;
            var code = bytes[at++];
            BitSet.Set(bits, article);
            if (code <= TermFrequencies.HighestBodyOnly)
                frequencies[article] += weight * code * factors[lengths[article]];
            else
            {
                frequencies[article] = WithFields(frequencies[article], bytes[at..], code, values, article, weight, bm25);
                at += TermFrequencies.More(code);
            }
        }
    }

    /// <param name="frequency">What there was.</param>
    /// <param name="times">Starts with the counts of each field of <paramref name="code"/>.</param>
    /// <param name="code">A set of fields.</param>
    /// <param name="values">The lengths of the fields.</param>
    /// <param name="article">The article.</param>
    /// <param name="weight">By which counts are multiplied.</param>
    /// <param name="bm25">What a field counts.</param>
    private static float WithFields(float frequency, ReadOnlySpan<byte> times, byte code, Values values, int article, float weight, Bm25 bm25)
    {
        var at = 0;
        for (var set = code & TermFrequencies.HighestBodyOnly; set != 0; set &= set - 1)
            frequency += weight * times[at++] * bm25.Factor(values, (Field)BitOperations.TrailingZeroCount(set), article);
        return frequency;
    }
}
