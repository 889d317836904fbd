namespace Kiosk.Data.Backups;

/// <summary>A backup cannot be made, is no good, or cannot be put back; the message says in Dutch why and what to do.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
