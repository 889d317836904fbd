using Kiosk.Web.Hosting;

namespace Kiosk.Web.CommandLine;

/// <summary>What to do where PostgreSQL's own tools are better than ours.</summary>
internal static class PostgresWords
{
    public static string Backup(string connection) =>
        $"Het archief staat in PostgreSQL. Maak de reservekopie met: pg_dump {Target(connection)} --format=custom --file=kiosk.dump";

    public static string Restore(string connection) =>
        $"Het archief staat in PostgreSQL. Zet een reservekopie terug in een lege database met: pg_restore {Target(connection)} --no-owner kiosk.dump. Zeg het archief daarna dat het is teruggezet, anders gaat mail nog eens uit: docs/operators/backup.md.";

    /// <summary>Everything but the password, which pg_dump asks for or reads from ~/.pgpass.</summary>
    private static string Target(string connection)
    {
        var parts = PostgresAddress.Parse(connection);
        return $"--host={parts.Host} --port={parts.Port} --username={parts.Username} --dbname={parts.Database}";
    }
}
