using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>What an editor did just now, in one go, with the way back.</summary>
public sealed record DoneNotice(Guid Batch, string Text)
{
    /// <summary>Null if nothing was done, or it was undone already.</summary>
    public static async Task<DoneNotice?> FindAsync(KioskDb db, string? batch, CancellationToken cancellation)
    {
        if (!Guid.TryParse(batch, out var id))
            return null;
        var acts = await db.EditorialActs.AsNoTracking().Where(act => act.BatchId == id && act.Undoes == null && !db.EditorialActs.Any(other => other.Undoes == act.Id))
            .OrderBy(act => act.Id).Select(act => new { act.Act, act.SubjectTitle }).ToListAsync(cancellation);
        if (acts.Count == 0)
            return null;
        var labels = string.Join(", ", acts.Select(act => ActKinds.Find(act.Act)?.Label ?? act.Act).Distinct());
        var titles = acts.Select(act => act.SubjectTitle).Distinct().ToList();
        return new DoneNotice(id, titles.Count == 1 ? $"Je {labels}: ‘{titles[0]}’." : $"Je {labels}: {DutchText.Number(titles.Count)} stukken.");
    }
}
