using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Leases;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Discovery;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Sources;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Proposals;

/// <summary>Works on proposals: finds what a site offers, and reads the first items of what was chosen. Nodes share the work by leases.</summary>
public sealed class ProposalRound(IDbContextFactory<KioskDb> factory, SourceDiscovery discovery, SourceTrial trial, HarvestOptions node, TimeProvider time)
{
    private const int MostAttempts = 3;
    private const int AtOnce = 3;
    private const string GivenUp = "Het bekijken is drie keer afgebroken. Probeer het later nog eens, of met een ander adres.";

    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(1);

    /// <summary>Does all that waits, a few at a time. What goes wrong at a site stands in its proposal.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        while (await WaitingAsync(cancellation) is { Count: > 0 } waiting)
            await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (id, token) => await WorkAsync(id, token));
    }

    private async Task<List<long>> WaitingAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await db.SourceProposals.Where(proposal => proposal.Step != ProposalStep.Done && (proposal.LeaseUntil == null || proposal.LeaseUntil < now))
            .OrderBy(proposal => proposal.AskedAt).Select(proposal => proposal.Id).ToListAsync(cancellation);
    }

    private async Task WorkAsync(long id, CancellationToken cancellation)
    {
        if (await ClaimAsync(id, cancellation) is not { } claimed)
            return;
        try
        {
            var done = claimed.Attempts > MostAttempts ? Ended(GivenUp) : await HoldAsync(claimed, held => claimed.Step == ProposalStep.Search ? SearchAsync(claimed, held) : SampleAsync(claimed, held), cancellation);
            await FinishAsync(claimed, done, cancellation);
        }
        catch (LeaseLostException)
        {
            // Another node has it now, or an editor asked for something else.
        }
        catch (OperationCanceledException)
        {
            await FinishAsync(claimed, set => set.SetProperty(proposal => proposal.Attempts, claimed.Attempts - 1), CancellationToken.None);
            throw;
        }
    }

    private async Task<SourceProposal?> ClaimAsync(long id, CancellationToken cancellation)
    {
        var (now, until) = (time.GetUtcNow(), LeaseMoment.After(node.Lease, time));
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var claimed = await db.SourceProposals.Where(proposal => proposal.Id == id && proposal.Step != ProposalStep.Done && (proposal.LeaseUntil == null || proposal.LeaseUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(proposal => proposal.LeaseUntil, until).SetProperty(proposal => proposal.Attempts, proposal => proposal.Attempts + 1), cancellation);
        return claimed == 0 ? null : await db.SourceProposals.AsNoTracking().SingleOrDefaultAsync(proposal => proposal.Id == id && proposal.LeaseUntil == until, cancellation);
    }

    private Task<Changes> HoldAsync(SourceProposal claimed, Func<CancellationToken, Task<Changes>> work, CancellationToken cancellation) => LeaseMoment.HoldAsync(
        factory,
        node.Lease,
        (db, until, beat) => db.SourceProposals.Where(one => one.Id == claimed.Id && one.LeaseUntil == claimed.LeaseUntil).ExecuteUpdateAsync(set => set.SetProperty(one => one.LeaseUntil, until), beat),
        until => claimed.LeaseUntil = until,
        work,
        time,
        cancellation);

    private async Task<Changes> SearchAsync(SourceProposal proposal, CancellationToken cancellation)
    {
        string? looking = null;
        var search = discovery.FindAsync(proposal.Address, address => looking = address, cancellation);
        for (string? told = null; !search.IsCompleted;)
        {
            await Task.WhenAny(search, Task.Delay(BetweenReports, time, cancellation));
            if (looking is not null && looking != told)
                await TellAsync(proposal, told = looking, cancellation);
        }

        var findings = await search;
        var json = JsonSerializer.Serialize(findings);
        if (findings.Candidates is not [var best, ..])
            return set => Ended(findings.Problem ?? "Hier is niets gevonden.")(set).SetProperty(one => one.Findings, json);
        var settings = SourceSettings.Write(await SuggestedAsync(best, findings.Address, cancellation));
        return set => set.SetProperty(one => one.Findings, json).SetProperty(one => one.Settings, settings)
            .SetProperty(one => one.Step, ProposalStep.Sample).SetProperty(one => one.Attempts, 0);
    }

    private async Task<Changes> SampleAsync(SourceProposal proposal, CancellationToken cancellation)
    {
        if (SourceSettings.Read(proposal.Settings) is not { } settings)
            return Ended("De instellingen van deze proef zijn niet te lezen. Begin opnieuw met het adres.");
        await TellAsync(proposal, settings.Url, cancellation);
        Dictionary<string, int> topics;
        await using (var db = await factory.CreateDbContextAsync(cancellation))
            topics = await SourceBook.TopicsAsync(db, cancellation);
        var known = settings with { Topics = [.. settings.Topics.Where(topics.ContainsKey)] };
        var report = await trial.RunAsync(SourceSettings.Made(known, topics), cancellation);
        var json = JsonSerializer.Serialize(report);
        return set => Ended(report.Problem)(set).SetProperty(one => one.Sample, json);
    }

    /// <summary>The settings to begin with, for the best that was found.</summary>
    private async Task<FeedsSource> SuggestedAsync(SourceCandidate best, string address, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var host = new Uri(address).IdnHost;
        var name = best.Title is { Length: > 0 and <= 80 } title ? title : host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return new FeedsSource { Id = await SourceBook.FreeSlugAsync(db, name, cancellation), Name = name, Url = best.Url, Format = best.Format, Language = "nl", Kind = best.Format == SourceFormat.Calendar ? ArticleKind.Agenda : ArticleKind.Nieuws };
    }

    private async Task TellAsync(SourceProposal proposal, string address, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await db.SourceProposals.Where(one => one.Id == proposal.Id && one.Step == proposal.Step && one.LeaseUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Progress, address), cancellation);
    }

    /// <summary>Writes what came of it, unless an editor asked for something else meanwhile.</summary>
    private async Task FinishAsync(SourceProposal claimed, Changes changes, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await db.SourceProposals.Where(one => one.Id == claimed.Id && one.LeaseUntil == claimed.LeaseUntil)
            .ExecuteUpdateAsync(set => changes(set.SetProperty(one => one.LeaseUntil, (DateTimeOffset?)null).SetProperty(one => one.Progress, (string?)null)), cancellation);
    }

    private static Changes Ended(string? problem) => set => set.SetProperty(one => one.Step, ProposalStep.Done).SetProperty(one => one.Problem, problem);

    private delegate Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<SourceProposal> Changes(Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<SourceProposal> set);
}
