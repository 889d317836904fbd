using System.Net.Mail;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.Mail;

/// <summary>The section <c>Kiosk:Mail</c>. Without a host, mails are written to <c>outbox</c> in the data directory.</summary>
public sealed record MailOptions : ICheckedOptions
{
    public const string Section = "Kiosk:Mail";

    private const int MostConnections = 50;
    private const int ShortestToken = 24;

    /// <summary>The SMTP server; null writes files instead.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary>Null: the server asks for no name and password.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Who mails come from: <c>de Kiosk &lt;kiosk@example.nl&gt;</c>.</summary>
    public string From { get; init; } = "de Kiosk <kiosk@localhost.localdomain>";

    /// <summary>Whether the connection must be encrypted (STARTTLS). Switch it off only for a server on this machine.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Connections to the server at once: as many letters are in flight, and go again after a crash. Each carries some 20 a second.</summary>
    public int Connections { get; init; } = 16;

    /// <summary>Letters of the weekly digest that a node hands over for one receiving domain in a minute; 0 sets no bound.</summary>
    public int PerDomainPerMinute { get; init; } = 300;

    /// <summary>Where mail that cannot be delivered comes back to (the envelope sender); null: to <see cref="From"/>.</summary>
    public string? ReturnPath { get; init; }

    /// <summary>A directory, or a maildir, into which a mail server puts returned mail; null: none is read.</summary>
    public string? BounceDirectory { get; init; }

    /// <summary>Who shows it as bearer token may post returned mail; null: nobody may.</summary>
    public string? BounceToken { get; init; }

    /// <inheritdoc/>
    public IEnumerable<string> Problems()
    {
        if (!MailAddress.TryCreate(From, out _))
            yield return $"{Section}:From is ‘{From}’; schrijf een afzender zoals: de Kiosk <kiosk@example.nl>.";
        if (Port is < 1 or > 65535)
            yield return $"{Section}:Port is {Port}; kies de poort van je mailserver, meestal 587 of 25.";
        if (Port == 465)
            yield return $"{Section}:Port is 465, voor versleuteling vanaf het eerste teken. De kiosk versleutelt met STARTTLS: kies de poort daarvoor, meestal 587.";
        if (Connections is < 1 or > MostConnections)
            yield return $"{Section}:Connections is {Connections}; kies een aantal van 1 tot en met {MostConnections}.";
        if (PerDomainPerMinute is < 0 or > 100_000)
            yield return $"{Section}:PerDomainPerMinute is {PerDomainPerMinute}; kies een aantal brieven, of 0 voor geen grens.";
        if (!string.IsNullOrEmpty(ReturnPath) && !MailAddress.TryCreate(ReturnPath, out _))
            yield return $"{Section}:ReturnPath is ‘{ReturnPath}’; schrijf een mailadres, of laat de instelling weg.";
        if (BounceToken is { Length: > 0 and < ShortestToken })
            yield return $"{Section}:BounceToken is te kort; neem minstens {ShortestToken} willekeurige tekens, bijvoorbeeld van: openssl rand -hex 24.";
        if (User is not null && string.IsNullOrEmpty(Password))
            yield return $"{Section}:User is gevuld, maar {Section}:Password niet. Vul beide in, of geen van beide.";
    }
}
