using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>
/// BM25F (Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009): a word counts by the field in which it stands and by
/// how long that field is, these counts are added, and only their sum is saturated. The numbers are those that ranked best for natural questions
/// to government pages among law texts; docs/notes/ranking.md tells how they were chosen.
/// </summary>
internal sealed class Bm25
{
    /// <summary>The frequency at which a word counts half as much as it can.</summary>
    public const double Saturation = 4;

    /// <summary>What <see cref="Saturate"/> comes near to for a word that stands everywhere in an article.</summary>
    public const double Highest = Saturation + 1;

    private static readonly double[] Weights = LeftOut.Fields ? [1, 1, 1, 1, 1] : [1.0, 5.0, 1.5, 1.5, 0.4];
    private static readonly double[] Slopes = LeftOut.Lengths ? [0, 0, 0, 0, 0] : [0.4, 0.3, 0.3, 0, 0];

    private readonly float[][] _factors;

    public Bm25(Snapshot snapshot) => _factors = [.. Enum.GetValues<Field>().Select(field => Factors(snapshot, field))];

    /// <summary>What one occurrence in a field counts, by the <see cref="FieldLength"/> of the field.</summary>
    public float[] Factors(Field field) => _factors[(int)field];

    /// <summary>What an occurrence counts in a field of an article.</summary>
    public float Factor(Values values, Field field, int article) =>
        Factors(field)[(int)field < Values.LengthFields ? values.Lengths[(int)field][article] : 0];

    /// <summary>From 0 to <see cref="Highest"/>.</summary>
    public static double Saturate(double frequency) => frequency * Highest / (frequency + Saturation);

    /// <summary>How much a word tells that stands in some of all articles; 0 for one that stands nowhere.</summary>
    public static double Rarity(long articles, long all) => articles == 0 ? 0 : Math.Log(1 + ((all - articles + 0.5) / (articles + 0.5)));

    private static float[] Factors(Snapshot snapshot, Field field)
    {
        var (weight, slope) = (Weights[(int)field], Slopes[(int)field]);
        var average = slope == 0 ? 1 : snapshot.AverageLength(field);
        return [.. Enumerable.Range(0, byte.MaxValue + 1).Select(code =>
            (float)(weight / (1 - slope + (slope * FieldLength.Decode((byte)code) / average))))];
    }
}
