using Kiosk.Data;
using Kiosk.Data.Editions;

namespace Kiosk.Web.Editions;

/// <summary>
/// Makes a <see cref="Taste"/> of what a reader said. What she set herself comes first: reading counts only for topics and sources that
/// she gave no weight, and a weight of 0 means that it does not count at all.
/// </summary>
public sealed class TasteBuilder
{
    /// <summary>What one judgement adds or takes off.</summary>
    public const double MorePoints = 0.5;
    public const double LessPoints = -0.6;

    /// <summary>Judgements alone bring a liking no further than this, up or down.</summary>
    public const double MostJudged = 1.5;

    /// <summary>What one piece that was read adds, and one that was saved; and how far that goes.</summary>
    public const double ReadPoints = 0.08;
    public const double SavedPoints = 0.16;
    public const double MostLearned = 0.8;

    private readonly Dictionary<int, Sum> _topics = [];
    private readonly Dictionary<int, Sum> _sources = [];
    private readonly Dictionary<WorkRole, Liking> _roles = [];
    private readonly List<QueryLiking> _queries = [];

    /// <summary>0 to <see cref="Follow.MostWeight"/> as points: 0, 0.5, 1, 1.5, 2.</summary>
    public static double PointsOf(int weight) => weight / (double)Follow.Usual;

    public void FollowTopic(int id, string name, int weight) => Of(_topics, id, name).Weight = weight;

    public void FollowSource(int id, string name, int weight) => Of(_sources, id, name).Weight = weight;

    public void WorkAs(WorkRole role, int weight) =>
        _roles[role] = new Liking(PointsOf(weight), $"het over werk van {RoleWords.Plural(role)} gaat");

    public void Ask(string query, int weight, IReadOnlySet<long> matches) =>
        _queries.Add(new QueryLiking(new Liking(PointsOf(weight), $"het past bij je zoekopdracht ‘{query}’"), matches));

    /// <summary>What she said of a piece, with its topics and source.</summary>
    public void Judge(Verdict verdict, Objection? objection, IEnumerable<(int Id, string Name)> topics, (int Id, string Name) source)
    {
        var (topicPoints, sourcePoints) = Effect(verdict, objection);
        foreach (var (id, name) in topics)
            Of(_topics, id, name).Judged += topicPoints;
        Of(_sources, source.Id, source.Name).Judged += sourcePoints;
    }

    public void Remember(HistoryAct act, IEnumerable<(int Id, string Name)> topics, (int Id, string Name) source)
    {
        foreach (var (id, name) in topics)
            Of(_topics, id, name).Count(act);
        Of(_sources, source.Id, source.Name).Count(act);
    }

    public Taste Build() => new()
    {
        Topics = _topics.ToDictionary(pair => pair.Key, pair => pair.Value.ToLiking()),
        Sources = _sources.ToDictionary(pair => pair.Key, pair => pair.Value.ToLiking()),
        Roles = _roles,
        Queries = _queries,
    };

    /// <summary>An objection lowers what it is about: the subject, or whoever brings it; that something was known or is out of date tells nothing of either.</summary>
    private static (double Topic, double Source) Effect(Verdict verdict, Objection? objection) => (verdict, objection) switch
    {
        (Verdict.Meer, _) => (MorePoints, MorePoints / 2),
        (Verdict.Minder, _) => (LessPoints, LessPoints / 2),
        (_, Objection.NietMijnWerk) => (LessPoints, 0),
        (_, Objection.Oppervlakkig) => (0, LessPoints),
        (_, Objection.Onjuist or Objection.Reclame) => (0, 2 * LessPoints),
        _ => (0, 0),
    };

    private static Sum Of(Dictionary<int, Sum> sums, int id, string name)
    {
        if (!sums.TryGetValue(id, out var sum))
            sums[id] = sum = new Sum(name);
        return sum;
    }

    /// <summary>What is known of one topic or source.</summary>
    private sealed class Sum(string name)
    {
        private int _read;
        private int _saved;

        /// <summary>Hers; null if she gave none.</summary>
        public int? Weight { get; set; }

        public double Judged { get; set; }

        public void Count(HistoryAct act)
        {
            if (act == HistoryAct.Bewaard)
                _saved++;
            else
                _read++;
        }

        public Liking ToLiking()
        {
            if (Weight == 0)
                return new Liking(0, null);
            var judged = Math.Clamp(Judged, -MostJudged, MostJudged);
            var learned = Weight is null ? Math.Min(MostLearned, (_read * ReadPoints) + (_saved * SavedPoints)) : 0;
            var points = PointsOf(Weight ?? 0) + judged + learned;
            return new Liking(points, points > 0 ? Because(judged, learned) : null);
        }

        private string Because(double judged, double learned) => Weight switch
        {
            >= 3 => $"je {name} zwaar laat meetellen",
            > 0 => $"je {name} volgt",
            _ when judged > learned => $"je meer vroeg over {name}",
            _ => $"je stukken over {name} las of bewaarde",
        };
    }
}
