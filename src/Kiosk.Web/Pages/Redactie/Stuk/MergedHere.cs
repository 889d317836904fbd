using Kiosk.Data;
using Kiosk.Data.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Stuk;

/// <summary>What went into an article, and by which act.</summary>
internal static class MergedHere
{
    public static async Task<IReadOnlyList<(long Id, string Title, long? Act)>> ReadAsync(KioskDb db, long id, CancellationToken cancellation)
    {
        var merged = await db.Articles.AsNoTracking().Where(article => article.MergedInto == id).OrderBy(article => article.Id)
            .Select(article => new { article.Id, article.Title }).ToListAsync(cancellation);
        if (merged.Count == 0)
            return [];
        var subjects = merged.Select(article => ActSubject.Of(SubjectKind.Article, article.Id, "").Id).ToList();
        var acts = (await db.EditorialActs.AsNoTracking()
            .Where(act => act.SubjectKind == SubjectKind.Article && subjects.Contains(act.SubjectId) && act.Act == ArticleMerging.Merged.Name && !db.EditorialActs.Any(other => other.Undoes == act.Id))
            .Select(act => new { act.SubjectId, act.Id }).ToListAsync(cancellation)).ToLookup(act => act.SubjectId, act => act.Id);
        return [.. merged.Select((article, at) => (article.Id, article.Title, acts[subjects[at]].Cast<long?>().Max()))];
    }
}
