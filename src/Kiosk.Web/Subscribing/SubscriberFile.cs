using System.Globalization;
using System.Text;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Accounts;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Subscribing;

/// <summary>
/// Subscribers as CSV (RFC 4180): address, topics apart by semicolons, date of consent, and after these, as far as they are there, weekday and
/// <c>week</c> or <c>maand</c>. A first line with the names of the columns may be there.
/// </summary>
public sealed class SubscriberFile(IDbContextFactory<KioskDb> archive)
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>Writes all who confirmed, in the order in which they came.</summary>
    /// <returns>How many.</returns>
    public async Task<int> WriteAsync(TextWriter writer, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await writer.WriteLineAsync("adres,onderwerpen,toestemming,dag,ritme");
        var count = 0;
        await foreach (var subscriber in db.Subscribers.AsNoTracking().Where(one => one.ConsentedAt != null).OrderBy(one => one.Id)
            .Select(one => new { one.Email, one.ConsentedAt, one.Weekday, one.Rhythm, Topics = one.Topics.OrderBy(link => link.Topic!.Position).Select(link => link.Topic!.Slug).ToList() })
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var consent = DutchTime.DayOf(subscriber.ConsentedAt!.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await writer.WriteLineAsync($"{subscriber.Email},{string.Join(';', subscriber.Topics)},{consent},{DutchTime.Weekday(subscriber.Weekday)},{Names.Of(subscriber.Rhythm)}");
            count++;
        }

        return count;
    }

    /// <summary>What a line says, and what is wrong with it in Dutch; both null for a line that says nothing. A topic that there is not is left out of what it says.</summary>
    /// <param name="topics">Numbers of topics by slug and by name, in lower case.</param>
    internal static (SubscriberLine? Line, string? Problem) Parse(string line, IReadOnlyDictionary<string, int> topics, DateOnly today)
    {
        var cells = Cells(line).Select(cell => cell.Trim()).ToList();
        if (cells.TrueForAll(cell => cell.Length == 0) || cells[0] is "adres" or "address" or "email" or "e-mail")
            return (null, null);
        if (EmailAddress.Parse(cells[0]) is not { } email)
            return (null, $"‘{cells[0]}’ is geen e-mailadres.");
        var named = cells.ElementAtOrDefault(1)?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var unknown = named.Where(name => !topics.ContainsKey(name.ToLowerInvariant())).ToList();
        var doubt = unknown.Count == 0 ? null : $"Bij {email} staat een onderwerp dat er niet is: {string.Join(", ", unknown)}.";
        if (named.Length == unknown.Count)
            return (null, doubt ?? $"Bij {email} staan geen onderwerpen.");
        if (Consent(cells.ElementAtOrDefault(2)) is not { } consent)
            return (null, $"Bij {email} staat geen datum van toestemming, zoals 2026-03-01. Zonder toestemming geen brief.");
        if (consent > today)
            return (null, $"Bij {email} ligt de datum van toestemming in de toekomst.");
        if (cells.ElementAtOrDefault(3) is { Length: > 0 } day && DutchTime.WeekdayOf(day.ToLowerInvariant()) is null)
            return (null, $"Bij {email} is ‘{day}’ geen dag.");
        if (cells.ElementAtOrDefault(4) is { Length: > 0 } often && !Names.TryParse<Rhythm>(often, out _))
            return (null, $"Bij {email} is ‘{often}’ geen week of maand.");
        var weekday = DutchTime.WeekdayOf(cells.ElementAtOrDefault(3)?.ToLowerInvariant()) ?? Subscription.UsualDay;
        var rhythm = Names.TryParse<Rhythm>(cells.ElementAtOrDefault(4), out var given) ? given : Rhythm.Week;
        return (new SubscriberLine(email.ToLowerInvariant(), DutchTime.StartOf(consent), new Subscription([.. named.Except(unknown).Select(name => topics[name.ToLowerInvariant()]).Distinct()], weekday, rhythm)), doubt);
    }

    private static DateOnly? Consent(string? text) =>
        DateTimeOffset.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment) ? DateOnly.FromDateTime(moment.DateTime) : null;

    /// <summary>Cells apart by commas; between quotes a comma is a comma, and two quotes are one.</summary>
    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            var letter = line[at];
            if (letter == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"')
                cell.Append(line[++at]);
            else if (letter == '"')
                quoted = !quoted;
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(letter);
        }

        cells.Add(cell.ToString());
        return cells;
    }
}

/// <summary>A line of the file.</summary>
internal sealed record SubscriberLine(string Email, DateTimeOffset Consent, Subscription Wanted);
