using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kiosk.Search.Indexing;

/// <summary>The file search.db: opening it, telling whether it is sound, making it anew.</summary>
internal sealed class IndexFile(string path, string archiveId)
{
    /// <summary>Damage that SQLite reports as a general error. No wider: a statement of ours that fails must not cost the index.</summary>
    private static readonly string[] SchemaProblems =
        ["no such table", "no such column", "vtable constructor failed", "malformed database schema", "invalid fts5 file format"];

    private string Origin => $"{archiveId} schema {IndexSchema.Version} analysis {Analysis.DutchAnalyzer.Version}";

    /// <summary>A connection to a sound index: as it stands, or made anew and empty.</summary>
    public Connection Open()
    {
        MakeDirectory();
        try
        {
            if (File.Exists(path) && OpenSound() is { } connection)
                return connection;
        }
        catch (SqliteException problem) when (IsDamage(problem))
        {
        }
        return Make();
    }

    public Connection Connect() => new(path);

    /// <summary>Throws the file away; nobody may have it open.</summary>
    public Connection Make()
    {
        try
        {
            foreach (var file in (string[])[path, path + "-wal", path + "-shm"])
                File.Delete(file);
            return Fill(Connect());
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException
            || problem is SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY })
        {
            throw NotWritable(problem);
        }
    }

    /// <summary>Whether an error means that the file is no sound index, rather than that the disk is full or busy.</summary>
    public static bool IsDamage(SqliteException problem) =>
        problem.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB
        || (problem.SqliteErrorCode == raw.SQLITE_ERROR && SchemaProblems.Any(text => problem.Message.Contains(text, StringComparison.Ordinal)));

    /// <summary>Null if it is another archive's or version's, or was never filled to the end.</summary>
    private Connection? OpenSound()
    {
        var connection = Connect();
        try
        {
            var usable = Meta.Origin(connection) == Origin && (Meta.Position(connection) is not null || Meta.Count(connection) == 0);
            connection.Number("select rowid from posting order by rowid desc limit 1");
            if (usable)
                return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        connection.Dispose();
        return null;
    }

    private Connection Fill(Connection connection)
    {
        connection.Execute("begin immediate");
        connection.Execute(IndexSchema.Create);
        Meta.SetOrigin(connection, Origin);
        Meta.SetCount(connection, 0);
        connection.Execute("commit");
        return connection;
    }

    private void MakeDirectory()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw NotWritable(problem);
        }
    }

    private IOException NotWritable(Exception cause) =>
        new($"De zoekindex kan niet worden gemaakt in '{path}'. Geef de kiosk schrijfrechten op deze map, of kies een andere map.", cause);
}
