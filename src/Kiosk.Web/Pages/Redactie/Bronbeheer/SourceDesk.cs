using System.Security.Claims;
using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Data.Merging;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Sources;
using Kiosk.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Bronbeheer;

/// <summary>What editors do to sources, each act in one transaction with its record.</summary>
public sealed class SourceDesk(IDbContextFactory<KioskDb> archive, TimeProvider time)
{
    private const int LongestReason = 500;
    private const string NoReason = "Opgeheven door de redactie.";

    /// <summary>Makes the source that a proposal is about, or changes it; the proposal is done with then.</summary>
    /// <param name="reviewed">For a new source: whether an editor lets each piece through before readers see it.</param>
    public async Task<SourceOutcome> TakeAsync(SourceProposal proposal, FeedsSource settings, bool reviewed, ClaimsPrincipal editor, CancellationToken cancellation)
    {
        var outcome = proposal.Source is { } source ? await ChangeAsync(source.Slug, proposal.Mark, settings, editor, cancellation) : await AddAsync(settings, reviewed, editor, cancellation);
        if (outcome.Source is null)
            return outcome;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.SourceProposals.Where(one => one.Id == proposal.Id).ExecuteDeleteAsync(cancellation);
        return outcome;
    }

    /// <param name="reviewed">Whether an editor lets each piece through before readers see it.</param>
    public async Task<SourceOutcome> AddAsync(FeedsSource settings, bool reviewed, ClaimsPrincipal editor, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var outcome = await SourceBook.AddAsync(db, settings, time.GetUtcNow(), cancellation);
        if (outcome.Source is not { } source)
            return outcome;
        source.Reviewed = reviewed;
        await db.SaveChangesAsync(cancellation);
        EditorialLog.Record(db, Batch(editor), SourceActs.Added, ActSubject.Of(source), before: null, await KeptAsync(db, source, cancellation));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return outcome;
    }

    /// <param name="mark">Of the settings that the change was made from; null changes whatever they are now.</param>
    public async Task<SourceOutcome> ChangeAsync(string slug, string? mark, FeedsSource settings, ClaimsPrincipal editor, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var outcome = await SourceBook.ChangeAsync(db, slug, mark, settings, time.GetUtcNow(), cancellation);
        if (outcome.Source is not { } source)
            return outcome;
        await db.SaveChangesAsync(cancellation);
        if (await KeptAsync(db, source, cancellation) is var after && after != outcome.Before)
            EditorialLog.Record(db, Batch(editor), SourceActs.Changed, ActSubject.Of(source), outcome.Before, after);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return outcome;
    }

    /// <summary>Ends a source: it is not visited any more, and its articles stay.</summary>
    /// <returns>False if there is no such source.</returns>
    public async Task<bool> RetireAsync(string slug, string? reason, ClaimsPrincipal editor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var said = string.IsNullOrWhiteSpace(reason) ? NoReason : reason.Trim()[..Math.Min(reason.Trim().Length, LongestReason)];
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Sources.Include(one => one.Topics).ThenInclude(link => link.Topic).SingleOrDefaultAsync(source => source.Slug == slug && source.MergedInto == null, cancellation) is not { } source)
            return false;
        var before = KeptSource.Of(source);
        (source.RetiredAt, source.RetireReason) = (now, said);
        EditorialLog.Record(db, Batch(editor), SourceActs.Retired, ActSubject.Of(source), before, KeptSource.Of(source));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    public async Task<UnionOutcome> JoinAsync(Source keep, Source merged, ClaimsPrincipal editor, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await SourceUnion.JoinAsync(db, keep.Id, merged.Id, time.GetUtcNow(), async moved =>
        {
            EditorialLog.Record(db, Batch(editor), SourceActs.Joined, ActSubject.Of(keep), before: null, new KeptUnion(merged.Slug, merged.Name, moved));
            await db.SaveChangesAsync(cancellation);
        }, cancellation);
    }

    private ActBatch Batch(ClaimsPrincipal editor) => Visitor.Of(editor)!.Batch(time.GetUtcNow());

    private static async Task<KeptSource> KeptAsync(KioskDb db, Source source, CancellationToken cancellation)
    {
        await db.SourceTopics.Where(link => link.SourceId == source.Id).Include(link => link.Topic).LoadAsync(cancellation);
        return KeptSource.Of(source);
    }
}
