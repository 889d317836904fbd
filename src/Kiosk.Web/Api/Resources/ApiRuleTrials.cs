using System.Globalization;
using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Topics;
using Kiosk.Web.Accounts;
using Kiosk.Web.Http;
using Kiosk.Web.Reading;
using Kiosk.Web.Tagging;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>Rules of topics and the whole archive: what a rule would do, and doing it. By the same classes as at the desk.</summary>
public static class ApiRuleTrials
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/rule-trials", TryAsync).For(ApiScope.Read).WithSummary("What a rule would do to the archive, without doing it").Produces<ApiRuleTrial>();
        api.MapPost("/topics/{slug}/runs", StartAsync).For(ApiScope.Topics).WithSummary("Applies the rule of a topic to the whole archive, in the background").AskForTag().Produces<ApiTopicRun>(StatusCodes.Status202Accepted);
        api.MapGet("/topics/{slug}/runs/{id:long}", OneAsync).For(ApiScope.Read).WithSummary("How far applying a rule is").Produces<ApiTopicRun>();
    }

    private static async Task<IResult> TryAsync(ApiRule sent, IDbContextFactory<KioskDb> archive, RuleTrial trial, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(sent.Rule) || sent.Rule.Length > TopicForm.LongestRule)
            return ApiResources.Invalid([KeyValuePair.Create("rule", $"A query of at most {TopicForm.LongestRule} characters.")]);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var topic = sent.Topic is null ? null : await TopicBook.FindAsync(db, sent.Topic, cancellation);
        if (sent.Topic is not null && topic is null)
            return ApiResources.Invalid([KeyValuePair.Create("topic", "There is no such topic.")]);
        return await trial.TryAsync(topic?.Id, sent.Rule, cancellation) is { } effect ? TypedResults.Ok(ApiRuleTrial.Of(effect)) : Faults.NotNow;
    }

    private static async Task<IResult> StartAsync(string slug, HttpContext http, IDbContextFactory<KioskDb> archive, RuleTrial trial, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var (topic, refusal) = await ApiTopics.SeenAsync(db, slug, http, cancellation);
        if (topic is null)
            return refusal!;
        if (topic.Rule is not { } rule)
            return ApiResources.Conflict("This topic has no rule.");
        if (await trial.ChangesAsync(db, topic.Id, rule, cancellation) is not { } changes)
            return Faults.NotNow;
        var run = await TopicWork.StartAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), topic, changes.Adds, changes.Drops, cancellation);
        return TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"/api/v1/topics/{topic.Slug}/runs/{run.Id}"), ApiTopicRun.Of(run));
    }

    private static async Task<IResult> OneAsync(string slug, long id, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await TopicBook.FindAsync(db, slug, cancellation) is not { } topic)
            return ApiTopics.Missing(slug);
        return await db.TopicRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id && run.TopicId == topic.Id, cancellation) is { } run
            ? TypedResults.Ok(ApiTopicRun.Of(run))
            : ApiResources.NotFound("There is no such run.");
    }
}

/// <param name="Rule">A query.</param>
/// <param name="Topic">The slug of the topic whose articles it is compared with; null for one that is still to be made.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiRule(string? Rule = null, string? Topic = null);

/// <param name="Matches">How many articles the rule finds.</param>
/// <param name="Adds">How many of these do not have the topic yet.</param>
/// <param name="Drops">How many have it by a rule, and are not found by this one.</param>
/// <param name="Notes">What of the rule was not understood, in Dutch.</param>
/// <param name="Added">The newest of those that would get the topic.</param>
/// <param name="Dropped">The newest of those that would lose it.</param>
public sealed record ApiRuleTrial(int Matches, int Adds, int Drops, IReadOnlyList<string> Notes, IReadOnlyList<ApiArticleName> Added, IReadOnlyList<ApiArticleName> Dropped)
{
    public static ApiRuleTrial Of(RuleEffect effect) => new(
        effect.Matching.Count, effect.Changes.Adds.Count, effect.Changes.Drops.Count, effect.Notes, [.. effect.Added.Select(ApiArticleName.Of)], [.. effect.Dropped.Select(ApiArticleName.Of)]);
}

public sealed record ApiArticleName(long Id, string Title)
{
    public static ApiArticleName Of(ArticleCard card) => new(card.Id, card.Title);
}

/// <param name="State">applying, applied, undoing or undone.</param>
/// <param name="Done">Articles that are behind it.</param>
/// <param name="Total">Articles in all.</param>
/// <param name="FinishedAt">Null while it is at work.</param>
public sealed record ApiTopicRun(long Id, string State, int Done, int Total, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt)
{
    public static ApiTopicRun Of(TopicRun run) => new(run.Id, Names.Of(run.State), run.Done, run.Total, run.StartedAt, run.FinishedAt);
}
