using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Topics;
using Kiosk.Web.Accounts;
using Kiosk.Web.Http;
using Kiosk.Web.Tagging;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>Topics that go into one another, and parts that become topics: by the same classes as at the desk.</summary>
public static class ApiTopicWork
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/topics/{slug}/mergers", MergeAsync).For(ApiScope.Topics).WithSummary("Lets a topic go into another, which stands for both from then on").AskForTag().Produces<ApiTopic>();
        api.MapPost("/topics/{slug}/parts", SplitAsync).For(ApiScope.Topics).WithSummary("Makes a topic of those of its articles that a rule finds").AskForTag().Produces<ApiTopic>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> MergeAsync(string slug, ApiTopicMerger sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var (topic, refusal) = await ApiTopics.SeenAsync(db, slug, http, cancellation);
        if (topic is null)
            return refusal!;
        if (sent.Into is not { } name || await TopicBook.FindAsync(db, name, cancellation) is not { } into
            || !await TopicActs.MergeAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), topic.Id, into.Id, sent.JoinRules, cancellation))
            return ApiResources.Invalid([KeyValuePair.Create("into", "Another topic that there is.")]);
        return ApiTopics.Answer(http, await db.Topics.AsNoTracking().SingleAsync(one => one.Id == into.Id, cancellation));
    }

    private static async Task<IResult> SplitAsync(string slug, ApiTopicPart sent, HttpContext http, IDbContextFactory<KioskDb> archive, RuleTrial trial, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var (whole, refusal) = await ApiTopics.SeenAsync(db, slug, http, cancellation);
        if (whole is null)
            return refusal!;
        var form = new TopicForm { Name = sent.Name, Rule = sent.Rule, Parent = whole.Id, Position = whole.Position };
        var problems = ApiTopicChange.Named(form.Problems(await TopicTree.ReadAsync(db, cancellation), self: null)).ToList();
        if (string.IsNullOrWhiteSpace(sent.Rule))
            problems.Add(KeyValuePair.Create("rule", "A query that finds the articles of the part."));
        if (problems.Count > 0)
            return ApiResources.Invalid(problems);
        if (await trial.PartAsync(db, whole.Id, sent.Rule!, cancellation) is not { } part)
            return Faults.NotNow;
        var kept = form.ToKept(await TopicActs.FreeSlugAsync(db, form.WantedSlug, self: null, cancellation));
        return await TopicActs.SplitAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), whole.Id, kept, part, sent.TakeOff, cancellation) is { } made
            ? ApiTopics.Created(http, made)
            : ApiTopics.Missing(slug);
    }
}

/// <param name="Into">The slug of the topic that stays.</param>
/// <param name="JoinRules">Whether it tags from then on what either rule finds.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiTopicMerger(string? Into = null, bool JoinRules = false);

/// <param name="Name">Of the new topic.</param>
/// <param name="Rule">A query: the articles of the whole that it finds go along, and it tags from then on.</param>
/// <param name="TakeOff">Whether they leave the whole.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiTopicPart(string? Name = null, string? Rule = null, bool TakeOff = false);
