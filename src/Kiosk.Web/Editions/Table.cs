using Kiosk.Data;

namespace Kiosk.Web.Editions;

/// <summary>Who sits already, while an edition is chosen: what is like it waits.</summary>
internal sealed class Table
{
    /// <summary>Of a score, for each piece of the same source that sits already.</summary>
    private const double SameSource = 0.70;

    /// <summary>Of a score, for each piece that shares a topic.</summary>
    private const double SameTopic = 0.88;

    /// <summary>Of a score, for each piece of the same kind.</summary>
    private const double SameKind = 0.94;

    private readonly List<ChosenPiece> _chosen = [];
    private readonly HashSet<long> _taken = [];
    private readonly Dictionary<int, int> _sources = [];
    private readonly Dictionary<int, int> _topics = [];
    private readonly Dictionary<ArticleKind, int> _kinds = [];

    /// <param name="present">What sits without having been chosen here.</param>
    public Table(IEnumerable<PieceFacts> present)
    {
        foreach (var piece in present)
            Note(piece);
    }

    public IReadOnlyList<ChosenPiece> Chosen => _chosen;

    /// <summary>False for a piece that sits, and for the news of a story that sits.</summary>
    public bool Accepts(PieceFacts piece) => !_taken.Contains(Name(piece));

    public void Seat(ChosenPiece piece)
    {
        _chosen.Add(piece);
        Note(piece.Piece);
    }

    /// <summary>The piece that comes next; null if there is none.</summary>
    /// <param name="scored">The best score first.</param>
    /// <param name="perSource">Pieces of a source that may sit.</param>
    public Scored? Best(IReadOnlyList<Scored> scored, int perSource)
    {
        var (best, value) = (default(Scored), 0.0);
        foreach (var one in scored)
        {
            // The rest can only be less, since likeness takes off and never adds.
            if (one.Score.Value <= value)
                break;
            if (_sources.GetValueOrDefault(one.Piece.SourceId) >= perSource || !Accepts(one.Piece))
                continue;
            var worth = one.Score.Value * Novelty(one.Piece);
            if (worth > value)
                (best, value) = (one, worth);
        }

        return best;
    }

    private double Novelty(PieceFacts piece) =>
        Math.Pow(SameSource, _sources.GetValueOrDefault(piece.SourceId))
        * Math.Pow(SameTopic, piece.Topics.Count == 0 ? 0 : piece.Topics.Max(topic => _topics.GetValueOrDefault(topic)))
        * Math.Pow(SameKind, _kinds.GetValueOrDefault(piece.Kind));

    private void Note(PieceFacts piece)
    {
        _taken.Add(Name(piece));
        _sources[piece.SourceId] = _sources.GetValueOrDefault(piece.SourceId) + 1;
        _kinds[piece.Kind] = _kinds.GetValueOrDefault(piece.Kind) + 1;
        foreach (var topic in piece.Topics)
            _topics[topic] = _topics.GetValueOrDefault(topic) + 1;
    }

    /// <summary>One name for all pieces of a story.</summary>
    private static long Name(PieceFacts piece) => piece.StoryId is { } story ? -story : piece.Id;
}
