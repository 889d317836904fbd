using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>The score of the articles of one segment.</summary>
internal sealed class Scoring
{
    /// <summary>What the editors chose, and what something newer has replaced.</summary>
    public const double PickFactor = 1.15;
    public const double SupersededFactor = 0.6;

    /// <summary>
    /// Relevance is rounded to this part of the highest possible: a difference that no reader sees should not keep an older text above a newer one.
    /// </summary>
    private static readonly double Steps = LeftOut.Rounding ? 1e6 : 100;

    private const double RoughError = 0.01;

    private readonly Values _values;
    private readonly double[] _weights;
    private readonly double _best;
    private readonly long _newest;
    private readonly FacetColumn _kinds;
    private readonly float[][] _recency;
    private readonly float[] _unknownKind = Recency.ByAge("");
    private readonly float[] _steps;
    private readonly double _highestFactor;

    public Scoring(Plan plan, Segment segment)
    {
        (_values, _weights, _newest) = (segment.Values, plan.Weights, plan.Snapshot.Newest);
        _best = Math.Max(_weights.Sum(weight => weight * Bm25.Highest), double.Epsilon);
        _kinds = _values.Facet(Facet.Kind);
        _recency = [.. _kinds.Values.Select(kind => Recency.ByAge(kind.Value))];
        _steps = [.. _weights.Select(weight => (float)(weight * Bm25.Highest / _best * Steps))];
        var age = Recency.Age(_newest, _values.Seconds[0]);
        _highestFactor = PickFactor * _recency.Append(_unknownKind).Max(recency => recency[age]);
    }

    /// <summary>The <see cref="Roughly"/> that an article of this segment must have at least to reach a score.</summary>
    public float LeastFor(double score) => (float)((score / _highestFactor * Steps) - 0.5 - RoughError);

    /// <summary>The relevance in steps, unrounded and quickly, to within <see cref="RoughError"/>.</summary>
    public float Roughly(float[][] frequencies, int article)
    {
        var sum = 0f;
        for (var concept = 0; concept < frequencies.Length; concept++)
        {
            var frequency = frequencies[concept][article];
            sum += _steps[concept] * frequency / (frequency + (float)Bm25.Saturation);
        }
        return sum;
    }

    /// <summary>How well the words match, from 0 to 1.</summary>
    /// <param name="frequencies">By concept.</param>
    /// <param name="article">Its number in the segment.</param>
    public double Relevance(float[][] frequencies, int article)
    {
        var sum = 0.0;
        for (var concept = 0; concept < frequencies.Length; concept++)
            sum += Part(concept, frequencies[concept][article]);
        return Math.Round(sum / _best * Steps) / Steps;
    }

    /// <summary>What one concept adds before rounding.</summary>
    public double Part(int concept, float frequency) => frequency == 0 ? 0 : _weights[concept] * Bm25.Saturate(frequency);

    public double Share(double part) => part / _best;

    public double RecencyOf(int article)
    {
        var kinds = _kinds.Of(article);
        return (kinds.Length == 0 ? _unknownKind : _recency[kinds[0]])[Recency.Age(_newest, _values.Seconds[article])];
    }

    public double EditorsFactor(int article)
    {
        var marks = _values.Marks[article];
        return marks == 0 ? 1 : ((marks & Values.IsPick) != 0 ? PickFactor : 1) * ((marks & Values.IsSuperseded) != 0 ? SupersededFactor : 1);
    }

    public double Score(float[][] frequencies, int article) => Relevance(frequencies, article) * RecencyOf(article) * EditorsFactor(article);

    /// <summary>The part of the question's weight that the article holds, 0 to 1.</summary>
    public double Coverage(float[][] frequencies, int article)
    {
        var (covered, all) = (0.0, 0.0);
        for (var concept = 0; concept < frequencies.Length; concept++)
        {
            all += _weights[concept];
            covered += frequencies[concept][article] == 0 ? 0 : _weights[concept];
        }
        return covered / Math.Max(all, double.Epsilon);
    }
}
