using System.Globalization;
using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Bronnen;

/// <summary>How far a harvest is that somebody asked for. It is read from the archive, so any node can tell, whichever does the work.</summary>
/// <param name="Text">In a sentence.</param>
/// <param name="IsDone">True once there is nothing to wait for.</param>
public sealed record HarvestProgress(string Text, bool IsDone)
{
    /// <summary>Clocks of nodes differ a little.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <param name="db">The archive.</param>
    /// <param name="source">The source as it is now.</param>
    /// <param name="asked">When the harvest was asked for, and the newest article at that moment.</param>
    /// <param name="now">What is under way depends on it.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<HarvestProgress> ReadAsync(KioskDb db, SourceRow source, Asked asked, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = asked.At - Slack;
        var run = await db.HarvestRuns.AsNoTracking().Where(run => run.SourceId == source.Id).OrderByDescending(run => run.StartedAt).FirstOrDefaultAsync(cancellation);
        if (run is not null && run.FinishedAt >= since)
            return new($"Klaar om {DutchTime.Clock(run.FinishedAt)}. {run.Message}", IsDone: true);
        if (source.LeaseUntil > now)
        {
            var came = await db.Articles.CountAsync(article => article.SourceId == source.Id && article.Id > asked.LastArticle, cancellation);
            return new($"De bron wordt nu opgehaald. {(came == 0 ? "Er is nog niets nieuws binnen." : $"Tot nu toe {DutchText.Count(came, "nieuw stuk", "nieuwe stukken")}.")}", IsDone: false);
        }

        return source.IsHarvested
            ? new("De bron staat klaar en is zo aan de beurt, meestal binnen een halve minuut.", IsDone: false)
            : new("De bron is intussen gepauzeerd of uitgezet; er wordt niets opgehaald.", IsDone: true);
    }
}

/// <summary>The moment at which a harvest was asked for; it travels in the address of the page that follows it.</summary>
/// <param name="At">When.</param>
/// <param name="LastArticle">The highest id of an article then: what is higher came since.</param>
public sealed record Asked(DateTimeOffset At, long LastArticle)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{LastArticle}");

    /// <summary>Null for what is no such text.</summary>
    public static Asked? Parse(string? text) =>
        text?.Split('-') is [var at, var article] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() && long.TryParse(article, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? new Asked(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), last)
            : null;
}
