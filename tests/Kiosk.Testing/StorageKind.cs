namespace Kiosk.Testing;

/// <summary>The databases that storage tests run on.</summary>
public enum StorageKind
{
    Sqlite,
    Postgres,
}
