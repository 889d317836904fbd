namespace Kiosk.Search.Indexing;

/// <summary>An article's original text as kept in the index.</summary>
internal sealed record Stored(long Rowid, long Id, string Title, string Lead, string Body, string Url)
{
    private const string Columns = "select rowid, id, title, lead, body, url from article";

    public static Stored? ById(Connection connection, long id) => One(connection, Columns + " where id = ?1", id);

    public static Stored? ByRowid(Connection connection, long rowid) => One(connection, Columns + " where rowid = ?1", rowid);

    /// <summary>The article without what is not kept here.</summary>
    public IndexedArticle ToArticle() => new()
    {
        Id = Id,
        Title = Title,
        Lead = Lead,
        Body = Body,
        Url = Url,
        Published = DateTimeOffset.FromUnixTimeSeconds(TimeOrder.SecondsOf(Rowid)),
    };

    private static Stored? One(Connection connection, string sql, long key)
    {
        using var rows = connection.Query(sql, key);
        return rows.Read() ? new(rows.Number(0), rows.Number(1), rows.Text(2), rows.Text(3), rows.Text(4), rows.Text(5)) : null;
    }
}
