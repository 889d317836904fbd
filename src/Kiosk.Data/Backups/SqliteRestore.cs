using System.Globalization;
using Kiosk.Data.Storage;
using Microsoft.Data.Sqlite;

namespace Kiosk.Data.Backups;

/// <summary>Puts a backup back as the archive. What stood there is set aside, never thrown away.</summary>
public static class SqliteRestore
{
    /// <param name="options">Where the archive stands, or will stand.</param>
    /// <param name="file">The backup; it stays as it is.</param>
    /// <param name="overwrite">Whether an archive may stand there already.</param>
    /// <param name="now">For the name of what is set aside.</param>
    /// <returns>What came back, and where the earlier archive went; null if there was none.</returns>
    /// <exception cref="BackupException">The backup is no good or too new, an archive stands there, or the kiosk is still open.</exception>
    public static (BackupContent Content, string? SetAside) Run(StorageOptions options, string file, bool overwrite, DateTimeOffset now)
    {
        var content = SqliteBackup.Inspect(file);
        if (content.SchemaVersion > Schema.Newest)
            throw new BackupException(string.Create(CultureInfo.InvariantCulture, $"Deze reservekopie is van een nieuwere Kiosk (schema {content.SchemaVersion}; deze kent {Schema.Newest}). Installeer eerst die versie."));
        var archive = options.SqliteFile;
        if (File.Exists(archive) && !overwrite)
            throw new BackupException($"Er staat al een archief in {archive}. Met --overwrite wordt het opzij gezet en komt de reservekopie ervoor in de plaats.");
        try
        {
            Directory.CreateDirectory(options.DataDirectory);
            var partial = archive + ".deel";
            File.Copy(file, partial, overwrite: true);
            BeginAnew(partial, now);
            var aside = File.Exists(archive) ? SetAside(archive, now) : null;
            File.Move(partial, archive);
            return (content, aside);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new BackupException($"De reservekopie is niet terug te zetten: {problem.Message} Er is niets veranderd.", problem);
        }
    }

    /// <summary>Another name than the archive it was copied from, so that search indexes that know more than it does fill themselves again; and when it was put back.</summary>
    private static void BeginAnew(string file, DateTimeOffset now)
    {
        using var copy = SqliteBackup.Open(file, SqliteOpenMode.ReadWrite);
        using var command = copy.CreateCommand();
        command.CommandText =
            "INSERT INTO archive_properties (name, value) VALUES (@id, @name), (@restored, @now) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        command.Parameters.AddWithValue("@id", ArchiveProperty.ArchiveId);
        command.Parameters.AddWithValue("@name", Guid.NewGuid().ToString("N"));
        command.Parameters.AddWithValue("@restored", ArchiveProperty.RestoredAt);
        command.Parameters.AddWithValue("@now", now.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        command.ExecuteNonQuery();
    }

    private static string SetAside(string archive, DateTimeOffset now)
    {
        FoldLog(archive);
        var aside = $"{archive}.voor-{now.UtcDateTime.ToString("yyyyMMdd'-'HHmmss", CultureInfo.InvariantCulture)}";
        File.Move(archive, aside);
        return aside;
    }

    /// <summary>Brings what still stands in the write-ahead log into the file. SQLite allows it to nobody while another process has the archive open.</summary>
    private static void FoldLog(string archive)
    {
        try
        {
            using var connection = SqliteBackup.Open(archive, SqliteOpenMode.ReadWrite);
            connection.DefaultTimeout = 2; // In seconds: who has it open will not close it while we wait.
            if (SqliteBackup.Text(connection, "PRAGMA journal_mode = DELETE") != "delete")
                throw new BackupException("De Kiosk is nog open op dit archief. Zet hem stil en probeer het opnieuw.");
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            throw new BackupException("De Kiosk is nog open op dit archief. Zet hem stil en probeer het opnieuw.", busy);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26)
        {
            // What is damaged is set aside as it is: that may be why somebody restores.
        }
    }
}
