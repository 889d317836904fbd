using System.Globalization;
using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Proposals;
using Kiosk.Ingest.Sources;
using Kiosk.Web.Jobs;
using Kiosk.Web.Pages.Redactie.Bronbeheer;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>Trials of addresses: what a site offers and what it would bring. They run in the background; ask again until they are done.</summary>
public static class ApiSourceTrials
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/source-trials", OpenAsync).For(ApiScope.Sources).WithSummary("Starts looking at an address").Produces<ApiSourceTrial>(StatusCodes.Status202Accepted);
        api.MapGet("/source-trials/{id:long}", OneAsync).For(ApiScope.Sources).WithSummary("How far a trial is, and what it found").Produces<ApiSourceTrial>();
        api.MapDelete("/source-trials/{id:long}", DropAsync).For(ApiScope.Sources).WithSummary("Throws a trial away").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> OpenAsync(ApiAddress sent, ProposalDesk desk, Bell<ProposalRound> bell, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(sent.Address) || sent.Address.Length > 2000)
            return ApiResources.Invalid([KeyValuePair.Create("address", "A web address of at most 2000 characters.")]);
        if (await desk.OpenAsync(sent.Address, suggestion: null, cancellation) is not { } proposal)
            return TypedResults.Problem("Fifty trials are under way. Try again later.", statusCode: StatusCodes.Status429TooManyRequests);
        bell.Ring();
        return TypedResults.Accepted(Link(proposal.Id), ApiSourceTrial.Of(proposal));
    }

    private static async Task<IResult> OneAsync(long id, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.SourceProposals.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) is { } proposal ? TypedResults.Ok(ApiSourceTrial.Of(proposal)) : ApiResources.NotFound("There is no such trial.");
    }

    private static async Task<IResult> DropAsync(long id, ProposalDesk desk, CancellationToken cancellation)
    {
        await desk.DropAsync(id, cancellation);
        return TypedResults.NoContent();
    }

    private static string Link(long id) => string.Create(CultureInfo.InvariantCulture, $"/api/v1/source-trials/{id}");
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiAddress(string? Address);

/// <summary>A trial.</summary>
/// <param name="State">busy, ready or failed.</param>
/// <param name="Problem">In Dutch, why it failed.</param>
/// <param name="Suggested">What to send to <c>/sources</c> to make the source, as it is or changed; null until something was found.</param>
/// <param name="Candidates">All that was found, the best first.</param>
/// <param name="Items">What the source would bring.</param>
public sealed record ApiSourceTrial(long Id, string Address, string State, string? Problem, ApiSourceChange? Suggested, IReadOnlyList<ApiCandidate> Candidates, IReadOnlyList<ApiTrialItem> Items)
{
    public static ApiSourceTrial Of(SourceProposal proposal)
    {
        var settings = SourceSettings.Read(proposal.Settings);
        var sample = ProposalDesk.SampleOf(proposal);
        return new ApiSourceTrial(
            proposal.Id, proposal.Address, proposal.Step != ProposalStep.Done ? "busy" : proposal.Problem is null ? "ready" : "failed", proposal.Problem,
            settings is null ? null : new ApiSourceChange { Slug = settings.Id, Name = settings.Name, Url = settings.Url, Format = Names.Of(settings.Format), Kind = Names.Of(settings.Kind), Rights = Names.Of(settings.Rights), Every = settings.Every.ToString(), Language = settings.Language },
            [.. (ProposalDesk.FindingsOf(proposal)?.Candidates ?? []).Select(one => new ApiCandidate(one.Url, Names.Of(one.Format), one.Title, one.Why))],
            sample is null || settings is null ? [] : [.. SampleEffect.Of(sample, settings).Items.Select(item => new ApiTrialItem(item.Item.Title, item.Item.Url, item.Item.Published, item.Item.Words, item.Item.Topics, item.IsKept, item.Item.IsKnown, SampleView.Why(item) ?? item.Item.Problem))]);
    }
}

/// <param name="Why">In Dutch.</param>
public sealed record ApiCandidate(string Url, string Format, string? Title, string Why);

/// <param name="Kept">Whether it would be taken in.</param>
/// <param name="Known">Whether the kiosk has it already.</param>
/// <param name="Why">In Dutch; null if there is nothing to say.</param>
public sealed record ApiTrialItem(string Title, string? Url, DateTimeOffset? PublishedAt, int Words, IReadOnlyList<string> Topics, bool Kept, bool Known, string? Why);
