using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kiosk.Data.Topics;

/// <summary>
/// The rows that belong to a topic, and go along when it is merged into another: the other gets a copy of those that it has no equal of, with
/// <c>from_topic_id</c> saying where they came from. The originals stay, so that undoing a merge only has to take the copies away.
/// </summary>
internal static class TopicTables
{
    /// <summary>A table with a <c>topic_id</c> that stands neither here nor in <see cref="Staying"/> fails a test.</summary>
    public static readonly IReadOnlyList<string> Copied = ["article_topics", "source_topics", "follows", "subscriber_topics", "topic_judgements"];

    /// <summary>Those that tell of the topic itself, or of what went out under it.</summary>
    public static readonly IReadOnlyList<string> Staying = ["topic_addresses", "topic_runs", "digest_topics", "digest_pieces", "delivery_pieces"];

    /// <summary>Gives one topic all that belongs to another.</summary>
    public static async Task CopyAsync(KioskDb db, int from, int to, CancellationToken cancellation)
    {
        foreach (var table in Copied)
        {
            var columns = Columns(db, table);
            var sql = $"INSERT INTO {table} (topic_id, from_topic_id, {columns}) SELECT {{0}}, {{1}}, {columns} FROM {table} WHERE topic_id = {{1}} ON CONFLICT DO NOTHING";
            await db.Database.ExecuteSqlRawAsync(sql, [to, from], cancellation);
        }
    }

    /// <summary>Takes away from a topic what was copied from another.</summary>
    public static async Task TakeBackAsync(KioskDb db, int from, int to, CancellationToken cancellation)
    {
        foreach (var sql in Copied.Select(table => $"DELETE FROM {table} WHERE topic_id = {{0}} AND from_topic_id = {{1}}"))
            await db.Database.ExecuteSqlRawAsync(sql, [to, from], cancellation);
    }

    private static string Columns(KioskDb db, string table)
    {
        var columns = db.Model.GetEntityTypes().Single(entity => entity.GetTableName() == table).GetProperties()
            .Where(property => property.ValueGenerated == ValueGenerated.Never)
            .Select(property => property.GetColumnName())
            .Where(column => column is not ("topic_id" or "from_topic_id"));
        return string.Join(", ", columns);
    }
}
