using System.Globalization;
using Kiosk.Data.Backups;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.Operations;

/// <summary>The section <c>Kiosk:Backup</c>: backups of a SQLite archive. PostgreSQL has its own tools.</summary>
public sealed record BackupOptions : ICheckedOptions
{
    public const string Section = "Kiosk:Backup";

    /// <summary>Whether a backup is made each night.</summary>
    public bool Nightly { get; init; } = true;

    /// <summary>When, on the clock of Europe/Amsterdam: <c>03:15</c>. A kiosk that was closed then makes up for it once it is open.</summary>
    public string At { get; init; } = "03:15";

    /// <summary>Where they go; null takes <c>backups</c> in the data directory. Another disk is better.</summary>
    public string? Directory { get; init; }

    /// <summary>Days of which the newest is kept.</summary>
    public int Daily { get; init; } = 7;

    /// <summary>Weeks of which the newest is kept.</summary>
    public int Weekly { get; init; } = 4;

    /// <summary>Months of which the newest is kept.</summary>
    public int Monthly { get; init; } = 6;

    public BackupPolicy Policy => new(Daily, Weekly, Monthly);

    /// <inheritdoc/>
    public IEnumerable<string> Problems()
    {
        if (!TimeOnly.TryParseExact(At, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return $"{Section}:At is ‘{At}’; schrijf een tijd als 03:15.";
        if (Daily is < 1 or > 1000)
            yield return $"{Section}:Daily is {Daily}; kies een aantal dagen van 1 tot en met 1000.";
        if (Weekly is < 0 or > 1000)
            yield return $"{Section}:Weekly is {Weekly}; kies een aantal weken van 0 tot en met 1000.";
        if (Monthly is < 0 or > 1000)
            yield return $"{Section}:Monthly is {Monthly}; kies een aantal maanden van 0 tot en met 1000.";
    }
}
