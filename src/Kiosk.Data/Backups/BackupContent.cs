namespace Kiosk.Data.Backups;

/// <summary>What a backup turned out to hold when it was opened.</summary>
/// <param name="File">Its full path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="SchemaVersion">The last step of the schema.</param>
/// <param name="Articles">Articles in it.</param>
/// <param name="Users">Accounts in it.</param>
public sealed record BackupContent(string File, long Bytes, int SchemaVersion, long Articles, long Users);
