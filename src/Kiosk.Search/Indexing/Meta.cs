namespace Kiosk.Search.Indexing;

/// <summary>What the index knows of itself. It stands in the same file, so that it changes in the same transaction.</summary>
internal static class Meta
{
    private const string Read = "select value from meta where key = ?1";
    private const string Write = "insert into meta(key, value) values (?1, ?2) on conflict(key) do update set value = excluded.value";

    /// <summary>Under which archive, schema and analysis the index was made.</summary>
    public static string? Origin(Connection connection) => connection.Text(Read, "origin");

    public static void SetOrigin(Connection connection, string origin) => connection.Run(Write, "origin", origin);

    public static FeedPosition? Position(Connection connection) =>
        connection.Number(Read, "sequence") is { } sequence ? new(connection.Number(Read, "transaction") ?? 0, sequence) : null;

    public static void SetPosition(Connection connection, FeedPosition? position)
    {
        connection.Run(Write, "transaction", position?.Transaction);
        connection.Run(Write, "sequence", position?.Sequence);
    }

    public static int Count(Connection connection) => (int)(connection.Number(Read, "articles") ?? 0);

    public static void SetCount(Connection connection, int articles) => connection.Run(Write, "articles", articles);
}
