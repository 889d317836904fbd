using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>Reads a posting list from begin to end into a set of articles and their weighted frequencies. This loop is what a search costs.</summary>
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
        var reader = new ByteReader(record.Span);
        var article = -1;
        for (var left = term.Count; left > 0; left--)
        {
            article += reader.Number() + 1;
            var code = reader.Byte();
            var inTitle = code > TermFrequencies.HighestBodyOnly && (code & (1 << (int)Field.Title)) != 0;
            if (code > TermFrequencies.HighestBodyOnly)
                AddFields(ref reader, code, segment.Values, inTitle ? article : -1, frequencies, weight, bm25);
            if (inTitle)
                BitSet.Set(bits, article);
        }
    }

    private static void ReadMarks(ReadOnlySpan<byte> bytes, int count, ulong[] bits, float[]? frequencies, float frequency)
    {
        var reader = new ByteReader(bytes);
        var article = -1;
        for (; count > 0; count--)
        {
            article += reader.Number() + 1;
            BitSet.Set(bits, article);
            if (frequencies is not null)
                frequencies[article] = Math.Max(frequencies[article], frequency);
        }
    }

    private static void ReadArticles(ReadOnlySpan<byte> bytes, int count, ulong[] bits)
    {
        var reader = new ByteReader(bytes);
        var article = -1;
        for (; count > 0; count--)
        {
            article += reader.Number() + 1;
            var code = reader.Byte();
            if (code > TermFrequencies.HighestBodyOnly)
                reader.At += System.Numerics.BitOperations.PopCount((uint)code & TermFrequencies.HighestBodyOnly);
            BitSet.Set(bits, article);
        }
    }

    private static void ReadFrequencies(ReadOnlySpan<byte> bytes, int count, Values values, ulong[] bits, float[] frequencies, float weight, Bm25 bm25)
    {
        var reader = new ByteReader(bytes);
        var (lengths, factors) = (values.Lengths[(int)Field.Body], bm25.Factors(Field.Body));
        var article = -1;
        for (; count > 0; count--)
        {
            article += reader.Number() + 1;
            var code = reader.Byte();
            if (code <= TermFrequencies.HighestBodyOnly)
                frequencies[article] += weight * code * factors[lengths[article]];
            else
                AddFields(ref reader, code, values, article, frequencies, weight, bm25);
            BitSet.Set(bits, article);
        }
    }

    /// <param name="reader">Stands behind <paramref name="code"/>, which is a set of fields.</param>
    /// <param name="code">The set.</param>
    /// <param name="values">The lengths of the fields.</param>
    /// <param name="article">Below 0 if only to be stepped over.</param>
    /// <param name="frequencies">To add to; may be null.</param>
    /// <param name="weight">By which counts are multiplied.</param>
    /// <param name="bm25">What a field counts.</param>
    private static void AddFields(ref ByteReader reader, byte code, Values values, int article, float[]? frequencies, float weight, Bm25 bm25)
    {
        for (var set = code & TermFrequencies.HighestBodyOnly; set != 0; set &= set - 1)
        {
            var field = (Field)System.Numerics.BitOperations.TrailingZeroCount(set);
            var times = reader.Byte();
            if (article >= 0 && frequencies is not null)
                frequencies[article] += weight * times * bm25.Factor(values, field, article);
        }
    }
}
