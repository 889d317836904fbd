namespace Kiosk.Data.Editorial;

/// <summary>Editors' corrections of what a source gave.</summary>
public static class ArticleCorrecting
{
    public static readonly ActKind Corrected = new("article-corrected", "verbeterde", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [Corrected];

    /// <summary>Sets fields of an article.</summary>
    /// <param name="wanted">By field, as <see cref="CorrectedText"/> writes it; null puts back what the source says.</param>
    public static Task<WorkOutcome> CorrectAsync(
        KioskDb db, ActBatch batch, ArticleRef which, IReadOnlyDictionary<CorrectedField, string?> wanted, CancellationToken cancellation = default) =>
        ArticleWork.DoAsync(db, batch, which, Corrected, article =>
        {
            var before = KeptFields.Of(article, wanted.Keys);
            Corrections.Set(article, wanted, batch.At);
            var after = KeptFields.Of(article, wanted.Keys);
            var changed = wanted.Keys.Where(field => before.Fields[field] != after.Fields[field]).ToList();
            return Task.FromResult(changed.Count == 0 ? null : new ArticleChanged(Only(before, changed), Only(after, changed)));
        }, cancellation);

    private static KeptFields Only(KeptFields kept, List<CorrectedField> fields) => new(fields.ToDictionary(field => field, field => kept.Fields[field]));

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var article = await ArticleWork.FindAsync(db, long.Parse(act.SubjectId, System.Globalization.CultureInfo.InvariantCulture), cancellation);
        if (article is null)
            return "Het stuk bestaat niet meer.";
        if (!EditorialLog.Read<KeptFields>(act.After)!.Holds(article))
            return "Dezelfde velden zijn daarna nog veranderd. Draai dat eerst terug.";
        var before = EditorialLog.Read<KeptFields>(act.Before)!;
        // What was the source's goes back to what the source says by now.
        Corrections.Set(article, before.Fields.ToDictionary(field => field.Key, field => field.Value.ByHand ? field.Value.Value : null), by.At);
        ArticleWork.Touch(article, by.At);
        return null;
    }
}
