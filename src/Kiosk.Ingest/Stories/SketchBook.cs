using Kiosk.Data;

namespace Kiosk.Ingest.Stories;

/// <summary>The part of the sketches that one transaction needs: what stands in the archive near its articles, and what these add.</summary>
internal sealed class SketchBook
{
    /// <summary>A text is compared with at most so many others, whatever it has in common with how many.</summary>
    public const int MostCandidates = 8;

    /// <summary>Fewer hashes in common are chance: a turn of phrase.</summary>
    private const int LeastInCommon = 2;

    /// <summary>A hash in common counts double if hardly anybody else has it.</summary>
    private const int Rare = 3;

    private readonly Dictionary<(int Period, long Hash), HashSet<long>> _places = [];

    /// <summary>What must be added to the archive.</summary>
    public List<ArticleSketch> Added { get; } = [];

    public void Learn(IEnumerable<ArticleSketch> stored)
    {
        foreach (var sketch in stored)
            PlaceOf(sketch.Period, sketch.Hash).Add(sketch.ArticleId);
    }

    /// <summary>Enters an article, except where a place is full of boilerplate.</summary>
    public void Enter(long articleId, int period, IEnumerable<long> sketch)
    {
        foreach (var hash in sketch)
        {
            var place = PlaceOf(period, hash);
            if (place.Count < SketchTable.FullPlace && place.Add(articleId))
                Added.Add(new ArticleSketch { Period = period, Hash = hash, ArticleId = articleId });
        }
    }

    /// <summary>The articles with most hashes in common, most first.</summary>
    public List<long> Candidates(long articleId, int period, IEnumerable<long> sketch)
    {
        var common = new Dictionary<long, int>();
        foreach (var hash in sketch)
        {
            var others = Enumerable.Range(period - 1, 3).SelectMany(near => _places.GetValueOrDefault((near, hash)) ?? []).Where(id => id != articleId).ToList();
            if (others.Count >= SketchTable.FullPlace)
                continue;
            foreach (var other in others)
                common[other] = common.GetValueOrDefault(other) + (others.Count <= Rare ? 2 : 1);
        }

        return [.. common.Where(pair => pair.Value >= LeastInCommon).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostCandidates).Select(pair => pair.Key)];
    }

    private HashSet<long> PlaceOf(int period, long hash)
    {
        if (!_places.TryGetValue((period, hash), out var place))
            _places[(period, hash)] = place = [];
        return place;
    }
}
