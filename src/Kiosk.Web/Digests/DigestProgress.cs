using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>How far the letters of a digest are: how many are in which state, and what happened to those that did not simply arrive.</summary>
public sealed record DigestProgress(IReadOnlyDictionary<DeliveryState, int> States, IReadOnlyList<TroubledLetter> Troubled)
{
    private const int MostTroubled = 50;

    public int Total => States.Values.Sum();

    /// <summary>Letters that came to their end, whichever.</summary>
    public int Done => Total - Under;

    /// <summary>Letters under way.</summary>
    public int Under => this[DeliveryState.Waiting] + this[DeliveryState.Claimed];

    public int this[DeliveryState state] => States.GetValueOrDefault(state);

    /// <summary>In one sentence, in Dutch.</summary>
    public string Sentence => (Total, Under) switch
    {
        (0, _) => "Er is nog geen brief klaargezet.",
        (_, 0) => $"Klaar: {DutchText.Count(this[DeliveryState.Sent], "brief is", "brieven zijn")} verstuurd.",
        _ => $"{DutchText.Number(Done)} van {DutchText.Count(Total, "brief", "brieven")} gedaan, {DutchText.Count(Under, "wacht of is", "wachten of zijn")} onderweg.",
    };

    public static async Task<DigestProgress> ReadAsync(KioskDb db, DateOnly week, CancellationToken cancellation)
    {
        var all = db.Deliveries.AsNoTracking().Where(delivery => delivery.Digest!.Week == week);
        var states = await all.GroupBy(delivery => delivery.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Key, pair => pair.Count, cancellation);
        var troubled = await all.Where(delivery => delivery.State == DeliveryState.HardBounced || delivery.State == DeliveryState.SoftBounced || delivery.State == DeliveryState.GivenUp
                || (delivery.State == DeliveryState.Waiting && delivery.Reason != null))
            .OrderByDescending(delivery => delivery.SettledAt ?? delivery.NextAttemptAt).ThenBy(delivery => delivery.Id).Take(MostTroubled)
            .Select(delivery => new TroubledLetter(delivery.Subscriber!.Email, delivery.State, delivery.Reason ?? "", delivery.SettledAt ?? delivery.NextAttemptAt)).ToListAsync(cancellation);
        return new DigestProgress(states, troubled);
    }

    /// <summary>A state in Dutch.</summary>
    public static string Word(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "wacht",
        DeliveryState.Claimed => "onderweg",
        DeliveryState.Sent => "verstuurd",
        DeliveryState.Empty => "niets te melden",
        DeliveryState.SoftBounced => "postbus vol of dicht",
        DeliveryState.HardBounced => "adres bestaat niet",
        DeliveryState.GivenUp => "opgegeven",
        _ => "te laat",
    };
}

/// <summary>A letter that did not simply arrive.</summary>
/// <param name="Reason">In Dutch, with the server's words; empty if nothing is known.</param>
/// <param name="At">When it ended, or is tried again.</param>
public sealed record TroubledLetter(string Email, DeliveryState State, string Reason, DateTimeOffset At);
