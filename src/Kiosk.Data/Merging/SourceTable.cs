namespace Kiosk.Data.Merging;

/// <summary>What becomes of the rows of a table that belong to a source, when that source goes into another. In the SQL {0} is the one that stays, {1} the other.</summary>
/// <param name="Table">In the database; its column <c>source_id</c> says whose the row is.</param>
/// <param name="Sql">What is done; nothing for rows that stay with the source that went.</param>
internal sealed record SourceTable(string Table, params IReadOnlyList<string> Sql)
{
    /// <summary>The one list. A table with a <c>source_id</c> that is missing here fails a test: decide what its rows do when two sources become one.</summary>
    public static readonly IReadOnlyList<SourceTable> All =
    [
        new("articles"), // Done first, with its version.
        new("source_topics"), // Its articles keep their topics; those of new ones are the other's choice.
        new("harvest_runs"), // A record of what happened to that source.
        new("pages_to_read", "UPDATE pages_to_read SET source_id = {0} WHERE source_id = {1} AND name NOT IN (SELECT name FROM pages_to_read WHERE source_id = {0})"),
        // Who followed both keeps the heavier of the two.
        new(
            "follows",
            "UPDATE follows SET weight = (SELECT MAX(pair.weight) FROM follows pair WHERE pair.user_id = follows.user_id AND pair.source_id IN ({0}, {1})) WHERE source_id = {0}",
            "DELETE FROM follows WHERE source_id = {1} AND user_id IN (SELECT user_id FROM follows WHERE source_id = {0})",
            "UPDATE follows SET source_id = {0} WHERE source_id = {1}"),
        new("source_proposals", "UPDATE source_proposals SET source_id = {0} WHERE source_id = {1}"),
        new("link_suggestions", "UPDATE link_suggestions SET source_id = {0} WHERE source_id = {1}"),
    ];
}
