using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Discovery;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Sources;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Proposals;

/// <summary>Opens proposals and changes what they would be. <see cref="ProposalRound"/> does the work that this asks for.</summary>
public sealed class ProposalDesk(IDbContextFactory<KioskDb> factory, TimeProvider time)
{
    private const int MostAtOnce = 50;

    /// <summary>How long what nobody decided about is kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Starts looking at an address.</summary>
    /// <param name="address">As it was pasted.</param>
    /// <param name="suggestion">The link suggestion that it comes from; null if none.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>Null if enough is under way already.</returns>
    public Task<SourceProposal?> OpenAsync(string address, long? suggestion, CancellationToken cancellation) =>
        AddAsync(new SourceProposal { Address = address.Trim(), SuggestionId = suggestion, Step = ProposalStep.Search }, cancellation);

    /// <summary>Starts trying other settings of a source.</summary>
    /// <param name="settings">As they would become.</param>
    /// <param name="sourceId">The source.</param>
    /// <param name="mark">Of the settings that they were made from.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>Null if enough is under way already.</returns>
    public Task<SourceProposal?> OpenAsync(FeedsSource settings, int sourceId, string? mark, CancellationToken cancellation) =>
        AddAsync(new SourceProposal { Address = settings.Url, SourceId = sourceId, Mark = mark, Settings = SourceSettings.Write(settings), Step = ProposalStep.Sample }, cancellation);

    /// <summary>Gives a proposal other settings. What was read stays if it was read in the same way.</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="settings">As they become.</param>
    /// <param name="anew">Reads the items again, also if they were read in the same way.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>False if it is gone.</returns>
    public async Task<bool> ChangeAsync(long id, FeedsSource settings, bool anew, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        if (await db.SourceProposals.SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } proposal)
            return false;
        anew |= SourceSettings.Read(proposal.Settings) is not { } before || WayOfReading(before) != WayOfReading(settings);
        (proposal.Settings, proposal.ChangedAt) = (SourceSettings.Write(settings), time.GetUtcNow());
        if (anew)
            (proposal.Step, proposal.Attempts, proposal.Sample, proposal.Problem, proposal.LeaseUntil) = (ProposalStep.Sample, 0, null, null, null);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Throws a proposal away; nothing else hangs on it.</summary>
    public async Task DropAsync(long id, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await db.SourceProposals.Where(proposal => proposal.Id == id).ExecuteDeleteAsync(cancellation);
    }

    public static SiteFindings? FindingsOf(SourceProposal proposal) => proposal.Findings is null ? null : JsonSerializer.Deserialize<SiteFindings>(proposal.Findings);

    public static TrialReport? SampleOf(SourceProposal proposal) => proposal.Sample is null ? null : JsonSerializer.Deserialize<TrialReport>(proposal.Sample);

    private async Task<SourceProposal?> AddAsync(SourceProposal proposal, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await db.SourceProposals.Where(old => old.ChangedAt < now - Kept).ExecuteDeleteAsync(cancellation);
        if (await db.SourceProposals.CountAsync(other => other.Step != ProposalStep.Done, cancellation) >= MostAtOnce)
            return null;
        (proposal.AskedAt, proposal.ChangedAt) = (now, now);
        db.SourceProposals.Add(proposal);
        await db.SaveChangesAsync(cancellation);
        return proposal;
    }

    private static (string, SourceFormat, bool, FeedsSelect) WayOfReading(FeedsSource settings) => (settings.Url, settings.Format, settings.Pages, settings.Select ?? new FeedsSelect());
}
