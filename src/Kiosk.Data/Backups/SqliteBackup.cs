using System.Globalization;
using Kiosk.Data.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kiosk.Data.Backups;

/// <summary>
/// Copies a SQLite archive while it is in use, by SQLite's own backup interface (https://sqlite.org/backup.html), and opens each copy to see
/// whether it is good before it counts as a backup.
/// </summary>
public static class SqliteBackup
{
    private const int PagesAtATime = 2048;

    /// <summary>Makes a backup of the archive as it stands now. Writers go on meanwhile.</summary>
    /// <param name="options">Where the archive stands.</param>
    /// <param name="file">Becomes the backup, whole or not at all.</param>
    /// <param name="progress">Told how many pages of how many were copied.</param>
    /// <param name="cancellation">Leaves no file behind.</param>
    /// <exception cref="BackupException">There is no room, the file cannot be written, or the copy is not sound.</exception>
    public static BackupContent Make(StorageOptions options, string file, Action<long, long> progress, CancellationToken cancellation)
    {
        var partial = file + ".deel";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            RequireRoom(options.SqliteFile, partial);
            Copy(options.SqliteFile, partial, progress, cancellation);
            var content = Inspect(partial);
            File.Move(partial, file, overwrite: true);
            return content with { File = Path.GetFullPath(file) };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new BackupException($"De reservekopie {file} is niet te maken: {problem.Message}", problem);
        }
        finally
        {
            if (File.Exists(partial))
                File.Delete(partial);
        }
    }

    /// <summary>Opens a backup and looks whether it is a sound archive.</summary>
    /// <exception cref="BackupException">It is not.</exception>
    public static BackupContent Inspect(string file)
    {
        if (!File.Exists(file))
            throw new BackupException($"Het bestand {file} is er niet.");
        try
        {
            using var copy = Open(file, SqliteOpenMode.ReadOnly);
            if (Text(copy, "PRAGMA integrity_check") is not "ok" and var damage)
                throw new BackupException($"Het bestand {file} is beschadigd: {damage}. Kies een andere reservekopie.");
            if (Text(copy, "SELECT name FROM sqlite_schema WHERE name = 'schema_versions'") is null)
                throw new BackupException($"Het bestand {file} is geen archief van een kiosk.");
            if (Text(copy, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1") is { } loose)
                throw new BackupException($"In het bestand {file} wijst een rij van {loose} naar iets dat er niet is. Kies een andere reservekopie.");
            return new BackupContent(
                Path.GetFullPath(file), new FileInfo(file).Length, (int)Number(copy, "SELECT MAX(version) FROM schema_versions"),
                Number(copy, "SELECT COUNT(*) FROM articles"), Number(copy, "SELECT COUNT(*) FROM users"));
        }
        catch (SqliteException problem)
        {
            throw new BackupException($"Het bestand {file} is geen leesbare reservekopie: {problem.Message}", problem);
        }
    }

    internal static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    internal static string? Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
    }

    private static long Number(SqliteConnection connection, string sql) => long.Parse(Text(connection, sql) ?? "0", CultureInfo.InvariantCulture);

    private static void Copy(string from, string to, Action<long, long> progress, CancellationToken cancellation)
    {
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        // A read that stays open holds the moment still, so that a busy writer cannot make the copy begin anew time and again.
        using var moment = source.BeginTransaction(deferred: true);
        Text(source, "SELECT COUNT(*) FROM schema_versions");
        using var backup = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main");
        int step;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            step = raw.sqlite3_backup_step(backup, PagesAtATime);
            var total = raw.sqlite3_backup_pagecount(backup);
            progress(total - raw.sqlite3_backup_remaining(backup), total);
        }
        while (step is raw.SQLITE_OK);

        if (step != raw.SQLITE_DONE)
            throw new SqliteException($"SQLite stopte met fout {step}.", step);
        raw.sqlite3_backup_finish(backup);
        // One file by itself, also on a disk that can only be read.
        Text(target, "PRAGMA journal_mode = DELETE");
    }

    private static void RequireRoom(string archive, string file)
    {
        var needed = new FileInfo(archive).Length;
        var free = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(file))!).AvailableFreeSpace;
        if (free < needed + (needed / 10))
            throw new BackupException(string.Create(CultureInfo.InvariantCulture, $"Er is te weinig ruimte voor een reservekopie: {needed / 1_000_000} MB nodig, {free / 1_000_000} MB vrij. Maak ruimte of kies een andere schijf."));
    }
}
