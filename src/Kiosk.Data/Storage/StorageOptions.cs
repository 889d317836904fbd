namespace Kiosk.Data.Storage;

/// <summary>Where the archive lives.</summary>
public sealed record StorageOptions
{
    /// <summary>The directory of everything the kiosk writes; made when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>A PostgreSQL connection string; null or blank keeps the archive in SQLite, in <see cref="DataDirectory"/>.</summary>
    public string? PostgresConnection { get; init; }

    public bool UsesPostgres => !string.IsNullOrWhiteSpace(PostgresConnection);

    /// <summary>The SQLite archive.</summary>
    public string SqliteFile => Path.Combine(DataDirectory, "kiosk.db");
}
