using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>Whether what a source brings is seen at once, or only when an editor let it through.</summary>
public static class SourcePolicy
{
    public static readonly ActKind Changed = new("source-policy-changed", "veranderde hoe stukken verschijnen van", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [Changed];

    /// <summary>For what comes in from now on; what waits goes on waiting.</summary>
    /// <returns>False if there is no such source.</returns>
    public static async Task<bool> SetAsync(KioskDb db, ActBatch batch, string slug, bool reviewed, CancellationToken cancellation = default)
    {
        if (await db.Sources.SingleOrDefaultAsync(one => one.Slug == slug, cancellation) is not { } source)
            return false;
        if (source.Reviewed == reviewed)
            return true;
        EditorialLog.Record(db, batch, Changed, ActSubject.Of(source), new KeptPolicy(source.Reviewed), new KeptPolicy(reviewed));
        source.Reviewed = reviewed;
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var id = int.Parse(act.SubjectId, System.Globalization.CultureInfo.InvariantCulture);
        if (await db.Sources.SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } source)
            return "De bron bestaat niet meer.";
        source.Reviewed = EditorialLog.Read<KeptPolicy>(act.Before)!.Reviewed;
        return null;
    }
}

/// <summary>The policy of a source as an act keeps it.</summary>
public sealed record KeptPolicy(bool Reviewed);
