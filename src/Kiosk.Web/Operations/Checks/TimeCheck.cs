using Kiosk.Web.Reading;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether the clock can be right, and the clock of the Netherlands is known here.</summary>
internal sealed class TimeCheck(TimeProvider time) : ICheck
{
    private const string Name = "Klok";

    public Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Amsterdam", out var zone) || !zone.SupportsDaylightSavingTime)
            return Task.FromResult<IReadOnlyList<Finding>>([Finding.Bad(Name, "De klok van Nederland (Europe/Amsterdam) is hier niet bekend.", "Installeer het pakket tzdata en start de Kiosk opnieuw.")]);
        var now = time.GetUtcNow();
        // No kiosk runs before it was built.
        var built = File.GetLastWriteTimeUtc(typeof(TimeCheck).Assembly.Location);
        return Task.FromResult<IReadOnlyList<Finding>>(
            [now < new DateTimeOffset(built).AddDays(-2)
                ? Finding.Bad(Name, $"De klok staat op {DutchTime.Exact(now)}, en dat kan niet.", "Zet de klok van de server gelijk, bijvoorbeeld met timedatectl set-ntp true.")
                : Finding.Good(Name, $"Het is {DutchTime.Exact(now)} in Nederland; zomer- en wintertijd zijn bekend.")]);
    }
}
