using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>What editors do with sources.</summary>
public static class SourceActs
{
    public static readonly ActKind Added = new("source-added", "nam de bron op");
    public static readonly ActKind Changed = new("source-changed", "veranderde de bron", UndoAsync);
    public static readonly ActKind Retired = new("source-retired", "hief de bron op", UndoAsync);
    public static readonly ActKind Joined = new("source-joined", "voegde een bron samen met");

    public static readonly ActKind Paused = new("source-paused", "pauzeerde de bron");
    public static readonly ActKind Resumed = new("source-resumed", "hervatte de bron");

    public static readonly IReadOnlyList<ActKind> All = [Added, Changed, Retired, Joined, Paused, Resumed];

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var id = int.Parse(act.SubjectId, CultureInfo.InvariantCulture);
        var source = await db.Sources.Include(one => one.Topics).ThenInclude(link => link.Topic).SingleOrDefaultAsync(one => one.Id == id && one.MergedInto == null, cancellation);
        if (source is null)
            return "De bron bestaat niet meer.";
        if (KeptSource.Of(source) != EditorialLog.Read<KeptSource>(act.After))
            return "De bron is daarna nog veranderd. Draai dat eerst terug.";
        var before = EditorialLog.Read<KeptSource>(act.Before)!;
        var slugs = before.Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        before.Fill(source, await db.Topics.Where(topic => slugs.Contains(topic.Slug)).ToListAsync(cancellation), by.At);
        return null;
    }
}

/// <summary>What an act keeps of a source that rests.</summary>
public sealed record KeptRest(string? Reason);

/// <summary>What an act keeps of two sources that became one.</summary>
/// <param name="Gone">The slug of the one that went.</param>
/// <param name="Articles">How many moved.</param>
public sealed record KeptUnion(string Gone, string GoneName, int Articles);
