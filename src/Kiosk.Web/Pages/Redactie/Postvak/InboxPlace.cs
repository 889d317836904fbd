using System.Globalization;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>A place in the inbox, which is ordered by when things came in, the latest first.</summary>
public sealed record InboxPlace(DateTimeOffset At, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id}");

    /// <summary>Null for what is no such text.</summary>
    public static InboxPlace? Parse(string? text) =>
        text?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) && at >= 0 && at <= DateTimeOffset.MaxValue.UtcTicks
        && long.TryParse(id, CultureInfo.InvariantCulture, out var article)
            ? new InboxPlace(new DateTimeOffset(at, TimeSpan.Zero), article)
            : null;
}
