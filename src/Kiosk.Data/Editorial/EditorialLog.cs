using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiosk.Data.Editorial;

/// <summary>
/// The one way to record what an editor did. The record is saved with the change itself, so that neither stands in the archive without the other:
/// call <see cref="Record"/> before <c>SaveChanges</c>, or inside the transaction of an <c>ExecuteUpdate</c>.
/// </summary>
public static class EditorialLog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // It is never put on a page unescaped, and editors search in it for words with accents.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Adds the record to what <paramref name="db"/> saves next.</summary>
    /// <param name="before">What the act changes, as it was: an object of which the properties become JSON; null if there was nothing.</param>
    /// <param name="after">The same properties as they become; null if nothing is left.</param>
    /// <exception cref="ArgumentException">The kind is not in <see cref="ActKinds"/>.</exception>
    public static EditorialAct Record(KioskDb db, ActBatch batch, ActKind kind, ActSubject subject, object? before, object? after)
    {
        if (ActKinds.Find(kind.Name) != kind)
            throw new ArgumentException($"'{kind.Name}' is missing in ActKinds.All.", nameof(kind));
        return Add(db, batch, kind.Name, subject, ToJson(before), ToJson(after), undoes: null);
    }

    /// <summary>What an act kept of its subject, as <typeparamref name="T"/>; null if it kept nothing.</summary>
    public static T? Read<T>(string? kept) where T : class => kept is null ? null : JsonSerializer.Deserialize<T>(kept, Json);

    internal static string Write<T>(T kept) where T : class => JsonSerializer.Serialize(kept, Json);

    internal static EditorialAct Add(KioskDb db, ActBatch batch, string act, ActSubject subject, string? before, string? after, long? undoes)
    {
        var record = new EditorialAct
        {
            BatchId = batch.Id,
            At = batch.At,
            EditorId = batch.EditorId,
            EditorName = batch.EditorName,
            Act = act,
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            SubjectTitle = subject.Title,
            Before = before,
            After = after,
            Undoes = undoes,
        };
        db.EditorialActs.Add(record);
        return record;
    }

    private static string? ToJson(object? kept) => kept is null ? null : JsonSerializer.Serialize(kept, kept.GetType(), Json);
}
