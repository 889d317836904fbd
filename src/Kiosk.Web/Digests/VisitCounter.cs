using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Insight;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Kiosk.Web.Digests;

/// <summary>
/// Counts by day how often somebody comes to the web from letters of one week: by the plain word in their links, which is the same for everybody and says nothing
/// of whom. The word is taken out of the request, so that no page, copy or link further on knows of it.
/// </summary>
public sealed class VisitCounter(IDbContextFactory<KioskDb> archive, IOptions<DigestOptions> options, TimeProvider time)
{
    /// <summary>The parameter in addresses.</summary>
    public const string Parameter = "via";

    /// <summary>Weeks and days between two writings; what comes after is not counted.</summary>
    private const int MostPending = 1_000;

    private const string Prefix = "weekbrief-";

    private readonly Lock _counting = new();
    private Dictionary<(DateOnly Week, DateOnly Day), int> _pending = [];

    /// <summary>The word in links of letters of a week.</summary>
    public static string Word(DateOnly week) => Prefix + DigestCalendar.Name(week);

    /// <summary>Counts a request that comes from a letter, and takes that out of its address.</summary>
    public void Take(HttpRequest request)
    {
        if (!request.Query.TryGetValue(Parameter, out var words))
            return;
        request.QueryString = QueryString.Create(request.Query.Where(pair => pair.Key != Parameter).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))));
        if (options.Value.Campaign && HttpMethods.IsGet(request.Method) && !Robots.Is(request.Headers.UserAgent.ToString()) && WeekOf(words) is { } week)
            Count(week, DutchTime.DayOf(time.GetUtcNow()));
    }

    /// <summary>Writes what was counted since the last time. If that fails it counts still.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        Dictionary<(DateOnly Week, DateOnly Day), int> counted;
        lock (_counting)
            (counted, _pending) = (_pending, []);
        if (counted.Count == 0)
            return;
        try
        {
            await AddAsync(counted, cancellation);
        }
        catch
        {
            foreach (var ((week, day), visits) in counted)
                Count(week, day, visits);
            throw;
        }
    }

    /// <summary>The counts of letters of one week, by day.</summary>
    public static Task<List<DigestVisits>> OfAsync(KioskDb db, DateOnly week, CancellationToken cancellation) =>
        db.DigestVisits.AsNoTracking().Where(visits => visits.Week == week).OrderBy(visits => visits.Day).ToListAsync(cancellation);

    /// <summary>Only weeks in which letters can have gone out: nobody fills the archive with weeks of her own.</summary>
    private DateOnly? WeekOf(StringValues words)
    {
        var word = words.ToString();
        if (!word.StartsWith(Prefix, StringComparison.Ordinal) || DigestCalendar.Parse(word[Prefix.Length..]) is not { } week)
            return null;
        var thisWeek = DigestCalendar.WeekOf(DutchTime.DayOf(time.GetUtcNow()));
        return week <= thisWeek && week >= thisWeek.AddDays(-7 * 53) ? week : null;
    }

    private async Task AddAsync(Dictionary<(DateOnly Week, DateOnly Day), int> counted, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var ((week, day), visits) in counted.OrderBy(pair => pair.Key.Week).ThenBy(pair => pair.Key.Day))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO digest_visits (week, day, visits) VALUES ({week}, {day}, {visits})
                ON CONFLICT (week, day) DO UPDATE SET visits = digest_visits.visits + excluded.visits
                """,
                cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private void Count(DateOnly week, DateOnly day, int visits = 1)
    {
        lock (_counting)
        {
            if (_pending.Count < MostPending || _pending.ContainsKey((week, day)))
                _pending[(week, day)] = _pending.GetValueOrDefault((week, day)) + visits;
        }
    }
}

public static class VisitCounting
{
    /// <summary>Lies before all that looks at addresses.</summary>
    public static IApplicationBuilder UseVisitCounter(this IApplicationBuilder app)
    {
        var counter = app.ApplicationServices.GetRequiredService<VisitCounter>();
        return app.Use((context, next) =>
        {
            counter.Take(context.Request);
            return next(context);
        });
    }
}
