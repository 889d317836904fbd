using System.Security.Cryptography;
using System.Text;
using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Insight;

/// <summary>
/// Counts by week how much is read, and by at least how many people, without keeping who: a visitor is told from another by a keyed hash of address and browser
/// (or account) that stays in memory, under a key that no one knows and that goes with the week or with the process. What is written are numbers.
/// </summary>
public sealed class ReadCounter(IDbContextFactory<KioskDb> archive, TimeProvider time)
{
    /// <summary>Reads and people that one week may hold here; what comes after is counted without telling people apart.</summary>
    private const int MostPeople = 500_000;

    /// <summary>Different subjects between two writings; what comes after is not counted.</summary>
    private const int MostPending = 20_000;

    private readonly Lock _counting = new();
    private readonly HashSet<(ReadSubject About, long Subject, ulong Person)> _people = [];
    private readonly Dictionary<(ReadSubject About, long Subject), int> _readers = [];
    private Dictionary<(DateOnly Week, ReadSubject About, long Subject), int> _pending = [];
    private byte[] _key = RandomNumberGenerator.GetBytes(32);
    private DateOnly _week;

    /// <summary>An article was opened. Programs that say so of themselves are not counted.</summary>
    public void Read(HttpContext http, long article, int source, IEnumerable<int> topics) =>
        Count(http, [(ReadSubject.Alles, 0), (ReadSubject.Stuk, article), (ReadSubject.Bron, source), .. topics.Select(topic => (ReadSubject.Onderwerp, (long)topic))]);

    /// <summary>Something was searched for.</summary>
    public void Searched(HttpContext http) => Count(http, [(ReadSubject.Zoeken, 0)]);

    public async Task WriteAsync(CancellationToken cancellation)
    {
        List<(DateOnly Week, ReadSubject About, long Subject, int Reads, int Readers)> counted;
        lock (_counting)
        {
            if (_pending.Count == 0)
                return;
            counted = [.. _pending.Select(pair => (pair.Key.Week, pair.Key.About, pair.Key.Subject, pair.Value, pair.Key.Week == _week ? _readers.GetValueOrDefault((pair.Key.About, pair.Key.Subject)) : 0))];
            _pending = [];
        }

        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var row in counted.OrderBy(row => row.About).ThenBy(row => row.Subject))
            await AddAsync(db, row.Week, Names.Of(row.About), row.Subject, row.Reads, row.Readers, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>
    /// Reads add up; people do not, since nobody knows whether those of another node, or of before a restart, are the same. The larger number is
    /// what is certain.
    /// </summary>
    private static Task<int> AddAsync(KioskDb db, DateOnly week, string about, long subject, int reads, int readers, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO read_counts (week, about, subject_id, reads, readers) VALUES ({week}, {about}, {subject}, {reads}, {readers})
        ON CONFLICT (week, about, subject_id) DO UPDATE SET reads = read_counts.reads + excluded.reads,
            readers = CASE WHEN read_counts.readers > excluded.readers THEN read_counts.readers ELSE excluded.readers END
        """,
        cancellation);

    private void Count(HttpContext http, IReadOnlyList<(ReadSubject About, long Subject)> subjects)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        if (!HttpMethods.IsGet(http.Request.Method) || Robots.Is(agent))
            return;
        lock (_counting)
        {
            StartWeek();
            var person = Person(Visitor.Of(http.User)?.Id.ToString() ?? $"{http.Connection.RemoteIpAddress} {agent}");
            foreach (var subject in subjects)
            {
                var key = (_week, subject.About, subject.Subject);
                if (_pending.Count >= MostPending && !_pending.ContainsKey(key))
                    continue;
                _pending[key] = _pending.GetValueOrDefault(key) + 1;
                if (_people.Count < MostPeople && _people.Add((subject.About, subject.Subject, person)))
                    _readers[subject] = _readers.GetValueOrDefault(subject) + 1;
            }
        }
    }

    /// <summary>Another week: nobody is known any more.</summary>
    private void StartWeek()
    {
        var monday = Week.Of(DutchTime.DayOf(time.GetUtcNow()));
        if (monday == _week)
            return;
        (_week, _key) = (monday, RandomNumberGenerator.GetBytes(32));
        _people.Clear();
        _readers.Clear();
    }

    private ulong Person(string name) => BitConverter.ToUInt64(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(name)));
}
