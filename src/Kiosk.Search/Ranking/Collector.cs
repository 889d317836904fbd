using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>Ranks the matches of one segment, passing over those that cannot be among the best.</summary>
/// <param name="scoring">Null if the order is that of time.</param>
/// <param name="top">Where the best are kept.</param>
/// <param name="values">Of the segment.</param>
/// <param name="segment">Its number.</param>
/// <param name="frequencies">By concept.</param>
internal sealed class Collector(Scoring? scoring, TopHits top, Values values, int segment, float[][] frequencies)
{
    private float _least = scoring?.LeastFor(top.LeastScore) ?? 0;

    /// <param name="article">A match.</param>
    /// <param name="isPartial">Whether some of the words are missing from it.</param>
    public void Offer(int article, bool isPartial)
    {
        if (scoring is not null && scoring.Roughly(frequencies, article) < _least)
            return;
        var score = scoring?.Score(frequencies, article) ?? 0;
        if (!top.Admits(score, values.Seconds[article]))
            return;
        top.Add(new Hit(score, values.Seconds[article], values.Ids[article], segment, article, values.Stories[article], isPartial));
        _least = scoring?.LeastFor(top.LeastScore) ?? 0;
    }
}
