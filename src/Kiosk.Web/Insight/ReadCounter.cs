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
    /// <summary>Subjects and people that one week may hold here; what comes after is counted without telling people apart.</summary>
    private const int MostPeople = 500_000;

    /// <summary>Acts between two writings; what comes after is not counted.</summary>
    private const int MostNoted = 200_000;

    private readonly Lock _counting = new();
    private readonly HashSet<(ReadSubject About, long Subject, ulong Person)> _people = [];
    private readonly Dictionary<(ReadSubject About, long Subject), int> _readers = [];
    private List<Note> _noted = [];
    private byte[] _key = RandomNumberGenerator.GetBytes(32);
    private DateOnly _week;

    /// <summary>An article was opened, be it made now or handed out again. Programs that say so of themselves are not counted.</summary>
    public void Read(HttpContext http, long article) => Take(http, article);

    /// <summary>Something was searched for.</summary>
    public void Searched(HttpContext http) => Take(http, article: null);

    /// <summary>Writes what was noted since the last time. If that fails it is noted still.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        List<Note> notes;
        lock (_counting)
            (notes, _noted) = (_noted, []);
        if (notes.Count == 0)
            return;
        try
        {
            await using var db = await archive.CreateDbContextAsync(cancellation);
            var subjects = await SubjectsAsync(db, [.. notes.Select(note => note.Article).OfType<long>().Distinct()], cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var ((week, about, subject), (reads, readers)) in Tally(notes, subjects).OrderBy(row => row.Key.About).ThenBy(row => row.Key.Subject))
                await AddAsync(db, week, Names.Of(about), subject, reads, readers, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch
        {
            lock (_counting)
                _noted.InsertRange(0, notes);
            throw;
        }
    }

    /// <summary>What opening each of these articles counts for: itself, its source and its topics.</summary>
    private static async Task<ILookup<long, (ReadSubject About, long Subject)>> SubjectsAsync(KioskDb db, IReadOnlyList<long> articles, CancellationToken cancellation)
    {
        var found = new List<(long Article, ReadSubject About, long Subject)>();
        foreach (var some in articles.Chunk(500))
        {
            found.AddRange((await db.Articles.Where(article => some.Contains(article.Id)).Select(article => new { article.Id, article.SourceId }).ToListAsync(cancellation))
                .SelectMany(article => new[] { (article.Id, ReadSubject.Stuk, article.Id), (article.Id, ReadSubject.Bron, article.SourceId) }));
            found.AddRange((await db.ArticleTopics.Where(tag => some.Contains(tag.ArticleId)).Select(tag => new { tag.ArticleId, tag.TopicId }).ToListAsync(cancellation))
                .Select(tag => (tag.ArticleId, ReadSubject.Onderwerp, (long)tag.TopicId)));
        }

        return found.ToLookup(one => one.Article, one => (one.About, one.Subject));
    }

    private Dictionary<(DateOnly Week, ReadSubject About, long Subject), (int Reads, int Readers)> Tally(List<Note> notes, ILookup<long, (ReadSubject About, long Subject)> subjects)
    {
        var counted = new Dictionary<(DateOnly, ReadSubject, long), (int, int)>();
        lock (_counting)
        {
            foreach (var note in notes)
            {
                foreach (var (about, subject) in note.Article is { } article ? subjects[article].Append((ReadSubject.Alles, 0)) : [(ReadSubject.Zoeken, 0)])
                    counted[(note.Week, about, subject)] = (counted.GetValueOrDefault((note.Week, about, subject)).Item1 + 1, Readers(note, about, subject));
            }
        }

        return counted;
    }

    /// <summary>How many different people are known this week with <paramref name="note"/>; 0 of an earlier week, whose people are forgotten.</summary>
    private int Readers(Note note, ReadSubject about, long subject)
    {
        if (note.Week != _week)
            return 0;
        if (_people.Count < MostPeople && _people.Add((about, subject, note.Person)))
            _readers[(about, subject)] = _readers.GetValueOrDefault((about, subject)) + 1;
        return _readers.GetValueOrDefault((about, subject));
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

    private void Take(HttpContext http, long? article)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        if (!HttpMethods.IsGet(http.Request.Method) || Robots.Is(agent))
            return;
        lock (_counting)
        {
            StartWeek();
            if (_noted.Count < MostNoted)
                _noted.Add(new Note(_week, article, Person(Visitor.Of(http.User)?.Id.ToString() ?? $"{http.Connection.RemoteIpAddress} {agent}")));
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

    /// <param name="Article">Null: a search.</param>
    private readonly record struct Note(DateOnly Week, long? Article, ulong Person);
}
