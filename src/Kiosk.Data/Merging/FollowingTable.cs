namespace Kiosk.Data.Merging;

/// <summary>What becomes of the rows of a table that belong to an article, when that article is merged into another.</summary>
/// <param name="Table">In the database; its column <c>article_id</c> says whose the row is.</param>
/// <param name="Way">What happens to them.</param>
/// <param name="Meeting">What happens where a copy meets an equal row of the other; null: the other's stays as it is.</param>
internal sealed record FollowingTable(string Table, Following Way, string? Meeting = null)
{
    /// <summary>Both were on the list: one place is left, with both notes.</summary>
    private const string JoinNotes = "(list_id, article_id) DO UPDATE SET note = CASE WHEN list_entries.note = '' OR list_entries.note = excluded.note THEN excluded.note "
        + "WHEN excluded.note = '' THEN list_entries.note ELSE list_entries.note || ' ' || excluded.note END";

    /// <summary>
    /// The one list. A table with an <c>article_id</c> that is missing here fails a test: decide what its rows do when two articles turn out to be one.
    /// </summary>
    public static readonly IReadOnlyList<FollowingTable> All =
    [
        new("article_aliases", Following.Move),
        new("article_topics", Following.Copy),
        new("article_events", Following.Copy),
        new("article_covers", Following.Copy),
        new("article_sketches", Following.Drop),
        new("fresh_sketches", Following.Drop),
        new("picks", Following.Move),
        new("edition_pieces", Following.Copy),
        new("judgements", Following.Copy),
        new("reading_history", Following.Copy),
        new("editor_tasks", Following.Move),
        new("article_changes", Following.Stay),
        new("annotations", Following.Move),
        new("topic_judgements", Following.Copy),
        new("topic_run_steps", Following.Stay),
        new("replacement_letters", Following.Copy),
        new("article_corrections", Following.Stay),
        new("desk_claims", Following.Drop),
        new("list_entries", Following.Copy, JoinNotes),
        new("digest_pieces", Following.Copy),
        new("delivery_pieces", Following.Copy),
        new("link_suggestions", Following.Move),
        new("alert_finds", Following.Copy),
        new("article_publications", Following.Stay),
        new("webhook_deliveries", Following.Stay),
    ];
}

internal enum Following
{
    /// <summary>The rows are the other's from now on.</summary>
    Move,

    /// <summary>The other gets those that it has no equal of (by the table's key); the merged article keeps its own too, so nothing is lost.</summary>
    Copy,

    /// <summary>Derived, and made anew: they go.</summary>
    Drop,

    /// <summary>A record of what happened to that article: it stays.</summary>
    Stay,
}
