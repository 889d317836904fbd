namespace Kiosk.Search.Indexing;

/// <summary>
/// The tables of search.db. The full-text table keeps postings only (contentless); the original text, for titles and snippets, stands in
/// <c>article</c>. Both share rowids that are ordered by publication time.
/// </summary>
internal static class IndexSchema
{
    /// <summary>Counts up when the tables or what stands in them change.</summary>
    public const int Version = 1;

    /// <summary>
    /// Terms come in analysed and apart by spaces, so the tokenizer only has to leave them alone. The column <c>extra</c> holds what is found
    /// without standing in the running text; see <see cref="Marks"/>.
    /// </summary>
    public const string Create = """
        create table meta (key text primary key, value) without rowid;
        create table article (
            rowid integer primary key, id integer not null unique,
            title text not null, lead text not null, body text not null, url text not null);
        create table term (text text primary key, articles integer not null) without rowid;
        create virtual table posting using fts5(
            title, lead, body, extra, content='', contentless_delete=1, tokenize="ascii tokenchars '~=.,_-'''");
        insert into posting(posting, rank) values ('hashsize', 16777216);
        """;
}
