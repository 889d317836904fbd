using Kiosk.Data;
using Kiosk.Data.Alerts;
using Kiosk.Data.Digests;
using Kiosk.Web.Digests;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Alerts;

/// <summary>When the next letter of an alert is made.</summary>
public sealed class AlertClock(IOptions<DigestOptions> options)
{
    /// <summary>The day of the week for who has no weekly digest: the one that a subscriber gets who chooses none.</summary>
    public const DayOfWeek UsualDay = DayOfWeek.Tuesday;

    /// <summary>How long a letter that goes at once waits for what comes together.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMinutes(3);

    /// <summary>Between two letters of one alert that go at once.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(15);

    /// <param name="last">When the last letter was made; null if there was none.</param>
    /// <param name="weekday">Of her weekly digest.</param>
    /// <returns>Null if there is no mail.</returns>
    public DateTimeOffset? Next(AlertPace pace, DateTimeOffset? last, DayOfWeek weekday, DateTimeOffset now) => pace switch
    {
        AlertPace.Meteen => last + Between > now + Gathering ? last + Between : now + Gathering,
        AlertPace.Dag => Morning(DutchTime.DayOf(now), now),
        AlertPace.Week => DutchTime.At(DigestCalendar.NextDay(Rhythm.Week, weekday, options.Value.At, now), options.Value.At),
        _ => null,
    };

    /// <summary>The day of the weekly digest of each of these addresses, in lower case; those who have none are not in it.</summary>
    public static Task<Dictionary<string, DayOfWeek>> DaysAsync(KioskDb db, IEnumerable<string?> emails, CancellationToken cancellation)
    {
        var asked = emails.OfType<string>().Select(email => email.ToLowerInvariant()).Distinct().ToArray();
        return db.Subscribers.AsNoTracking().Where(subscriber => subscriber.ConsentedAt != null && EF.Parameter(asked).Contains(subscriber.Email)).ToDictionaryAsync(subscriber => subscriber.Email, subscriber => subscriber.Weekday, cancellation);
    }

    private DateTimeOffset Morning(DateOnly today, DateTimeOffset now) =>
        DutchTime.At(today, options.Value.At) is var morning && morning > now ? morning : DutchTime.At(today.AddDays(1), options.Value.At);
}
