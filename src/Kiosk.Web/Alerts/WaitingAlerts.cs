using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Search.Queries;
using Kiosk.Search.Synonyms;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Alerts;

/// <summary>
/// The alerts that are on, ready to be put to articles. They are read anew when one of them changed, and their questions when the words or names did that these
/// are understood by. For one round at a time.
/// </summary>
public sealed class WaitingAlerts(SearchIndex index)
{
    private readonly Dictionary<(string Text, bool Exactly), Query> _questions = [];
    private (Thesaurus?, FormerNames?) _understoodBy;
    private (int Count, DateTimeOffset? Changed) _state;
    private StandingQueries _standing = new([]);
    private Dictionary<long, long> _since = [];

    /// <summary>By the number of each: see <see cref="Kiosk.Data.Alerts.Alert.SincePublication"/>.</summary>
    public IReadOnlyDictionary<long, long> Since => _since;

    /// <summary>Sees what changed. Costs one short question if nothing did.</summary>
    public async Task RefreshAsync(KioskDb db, CancellationToken cancellation)
    {
        var on = db.Alerts.AsNoTracking().Where(alert => alert.PausedAt == null && alert.RemovedAt == null);
        var state = (await on.CountAsync(cancellation), await on.MaxAsync(alert => (DateTimeOffset?)alert.ChangedAt, cancellation));
        var understoodBy = (index.Thesaurus, index.FormerNames);
        if (understoodBy != _understoodBy)
            _questions.Clear();
        else if (state == _state)
            return;
        var rows = await on.OrderBy(alert => alert.Id).Select(alert => new { alert.Id, alert.Query, alert.Exactly, alert.SincePublication }).ToListAsync(cancellation);
        _since = rows.ToDictionary(row => row.Id, row => row.SincePublication);
        _standing = new StandingQueries(rows.Select(row => KeyValuePair.Create(row.Id, QuestionOf(row.Query, row.Exactly))));
        (_state, _understoodBy) = (state, understoodBy);
    }

    /// <summary>Lets the next <see cref="RefreshAsync"/> read everything anew.</summary>
    public void Forget() => _state = default;

    /// <summary>The numbers of the alerts that want an article.</summary>
    /// <param name="article">With its text.</param>
    /// <param name="publication">The number under which it was published; alerts made later do not want it.</param>
    public IEnumerable<long> Wanting(IndexedArticle article, long publication) => _standing.Matching(article).Where(id => publication > _since[id]);

    private Query QuestionOf(string text, bool exactly)
    {
        if (!_questions.TryGetValue((text, exactly), out var question))
            _questions[(text, exactly)] = question = index.Standing(text, exactly);
        return question;
    }
}
