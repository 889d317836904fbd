using System.Globalization;
using System.Net.Mail;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.Digests;

/// <summary>The section <c>Kiosk:Digest</c>: how the weekly digest goes out.</summary>
public sealed record DigestOptions : ICheckedOptions
{
    public const string Section = "Kiosk:Digest";

    /// <summary>When letters go out on their day, on the clock of Amsterdam.</summary>
    public string Hour { get; init; } = "07:00";

    /// <summary>Hours after which a letter that could not go out on time does not go at all, so that a restored backup sends no old news.</summary>
    public int MaxLatenessHours { get; init; } = 36;

    /// <summary>Seconds between two looks at which letters are due.</summary>
    public int TickSeconds { get; init; } = 15;

    /// <summary>False keeps this node from making and sending letters by itself.</summary>
    public bool Send { get; init; } = true;

    /// <summary>Whether links in letters say from which edition they come (<c>?via=weekbrief-2026-48</c>), so that visits can be counted together; never who comes.</summary>
    public bool Campaign { get; init; } = true;

    /// <summary>Who sends it, under each letter: a name and a postal address. Null leaves the line out.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where answers to a letter go; null: to the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>A mailbox that somebody reads who takes off whoever writes to it; null: letters name the web address alone.</summary>
    public string? UnsubscribeMailbox { get; init; }

    /// <summary>As a time of day.</summary>
    public TimeOnly At => ParseHour(Hour) ?? new TimeOnly(7, 0);

    public TimeSpan MaxLateness => TimeSpan.FromHours(MaxLatenessHours);

    /// <inheritdoc/>
    public IEnumerable<string> Problems()
    {
        if (ParseHour(Hour) is null)
            yield return $"{Section}:Hour is ‘{Hour}’; schrijf een tijd zoals 07:00.";
        if (MaxLatenessHours is < 1 or > 24 * 6)
            yield return $"{Section}:MaxLatenessHours is {MaxLatenessHours}; kies een aantal uren van 1 tot en met 144.";
        if (TickSeconds is < 1 or > 3600)
            yield return $"{Section}:TickSeconds is {TickSeconds}; kies een aantal seconden van 1 tot en met 3600.";
        if (ReplyTo is not null && !MailAddress.TryCreate(ReplyTo, out _))
            yield return $"{Section}:ReplyTo is ‘{ReplyTo}’; schrijf een mailadres, of laat de instelling weg.";
        if (UnsubscribeMailbox is not null && !MailAddress.TryCreate(UnsubscribeMailbox, out _))
            yield return $"{Section}:UnsubscribeMailbox is ‘{UnsubscribeMailbox}’; schrijf een mailadres, of laat de instelling weg.";
    }

    private static TimeOnly? ParseHour(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
