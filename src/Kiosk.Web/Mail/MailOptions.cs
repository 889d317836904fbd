using System.Net.Mail;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.Mail;

/// <summary>The section <c>Kiosk:Mail</c>. Without a host, mails are written to <c>outbox</c> in the data directory.</summary>
public sealed record MailOptions : ICheckedOptions
{
    public const string Section = "Kiosk:Mail";

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

    /// <inheritdoc/>
    public IEnumerable<string> Problems()
    {
        if (!MailAddress.TryCreate(From, out _))
            yield return $"{Section}:From is ‘{From}’; schrijf een afzender zoals: de Kiosk <kiosk@example.nl>.";
        if (Port is < 1 or > 65535)
            yield return $"{Section}:Port is {Port}; kies de poort van je mailserver, meestal 587 of 25.";
        if (User is not null && string.IsNullOrEmpty(Password))
            yield return $"{Section}:User is gevuld, maar {Section}:Password niet. Vul beide in, of geen van beide.";
    }
}
