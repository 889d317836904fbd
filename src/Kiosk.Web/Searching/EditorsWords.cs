using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Search.Synonyms;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Searching;

/// <summary>Changes the editors' part of the thesaurus. What was changed counts on this node at once and on others within seconds.</summary>
public sealed class EditorsWords(IDbContextFactory<KioskDb> archive, SearchWords words, TimeProvider time)
{
    /// <summary>Lines of the editors.</summary>
    public const int Most = 1_000;

    private const int DaysKept = 30;

    /// <summary>Adds a line, or puts it in the place of another; null if that went well, else what is wrong, in Dutch.</summary>
    /// <param name="typed">The line.</param>
    /// <param name="instead">The line it replaces; null for none.</param>
    /// <param name="by">Who does it.</param>
    public Task<string?> SaveAsync(string? typed, long? instead, ActBatch by, CancellationToken cancellation) => ChangeAsync(by, async db =>
    {
        if (WordRule.Read(typed, out var problem) is not { } rule)
            return problem;
        var text = WordRule.Text(rule);
        var own = await db.SearchTerms.Where(term => term.RemovedAt == null).ToListAsync(cancellation);
        if (own.Exists(term => term.Rule == text && !term.IsSwitchedOff && term.Id != instead) || IsPackaged(text, own))
            return $"‘{text}’ staat al in de lijst.";
        if (own.Count >= Most)
            return $"De lijst is vol: er kunnen {Most} begrippen in. Haal er eerst een weg.";
        if (instead is not null)
        {
            if (own.Find(term => term.Id == instead && !term.IsSwitchedOff) is not { } old)
                return "Iemand anders heeft dit begrip net gewijzigd of weggehaald. Kijk in de lijst wat er nu staat.";
            old.RemovedAt = time.GetUtcNow();
        }
        db.SearchTerms.Add(new SearchTerm { Rule = text, AddedAt = time.GetUtcNow() });
        return null;
    }, cancellation);

    /// <summary>Takes a line away, or lets a packaged line count again. Passed over if that was done already.</summary>
    public Task RemoveAsync(long id, ActBatch by, CancellationToken cancellation) => ChangeAsync(by, async db =>
    {
        if (await db.SearchTerms.SingleOrDefaultAsync(term => term.Id == id && term.RemovedAt == null, cancellation) is { } found)
            found.RemovedAt = time.GetUtcNow();
        return null;
    }, cancellation);

    /// <summary>Undoes a removal. Passed over if the line stands there again.</summary>
    public Task RestoreAsync(long id, ActBatch by, CancellationToken cancellation) => ChangeAsync(by, async db =>
    {
        var removed = await db.SearchTerms.SingleOrDefaultAsync(term => term.Id == id && term.RemovedAt != null, cancellation);
        if (removed is not null && !await db.SearchTerms.AnyAsync(term => term.RemovedAt == null && term.Rule == removed.Rule, cancellation))
            removed.RemovedAt = null;
        return null;
    }, cancellation);

    /// <summary>Keeps a line of the packaged list from counting. Passed over if there is no such line.</summary>
    public Task SwitchOffAsync(string? rule, ActBatch by, CancellationToken cancellation) => ChangeAsync(by, async db =>
    {
        var known = Thesaurus.Field.Rules.Any(packaged => WordRule.Text(packaged) == rule);
        if (known && !await db.SearchTerms.AnyAsync(term => term.RemovedAt == null && term.Rule == rule && term.IsSwitchedOff, cancellation))
            db.SearchTerms.Add(new SearchTerm { Rule = rule!, IsSwitchedOff = true, AddedAt = time.GetUtcNow() });
        return null;
    }, cancellation);

    private static bool IsPackaged(string text, List<SearchTerm> own) =>
        Thesaurus.Field.Rules.Any(rule => WordRule.Text(rule) == text) && !own.Exists(term => term.IsSwitchedOff && term.Rule == text);

    private async Task<string?> ChangeAsync(ActBatch by, Func<KioskDb, Task<string?>> change, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await change(db) is { } problem)
            return problem;
        await TermActs.SaveAsync(db, by, cancellation);
        var before = time.GetUtcNow().AddDays(-DaysKept);
        await db.SearchTerms.Where(term => term.RemovedAt != null && term.RemovedAt < before).ExecuteDeleteAsync(cancellation);
        await words.RefreshAsync(cancellation);
        return null;
    }
}
