using System.Globalization;
using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Properties;
using Kiosk.Web.Accounts;
using Kiosk.Web.Tagging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>The properties of an article: kind, evidence, phases and the like. What is read is what may be sent back, read by the same form as at the desk.</summary>
public static class ApiArticleProperties
{
    /// <summary>The fields of the desk's form by their names here.</summary>
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["soort"] = "kind",
        ["vanaf"] = "validFrom",
        ["tot"] = "validUntil",
        ["wetten"] = "laws",
        ["gemeenten"] = "municipalities",
        ["vervangen-door"] = "replacedBy",
    };

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/articles/{id:long}/properties", OneAsync).For(ApiScope.Read).WithSummary("What an article is about and rests on").Produces<ApiProperties>();
        api.MapPut("/articles/{id:long}/properties", PutAsync).For(ApiScope.Articles).WithSummary("Sets all properties of an article; what is left out is emptied").AskForTag().Produces<ApiProperties>();
    }

    private static async Task<IResult> OneAsync(long id, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await FindAsync(db, id, cancellation) is { } article ? Answer(http, article) : ApiResources.NotFound("There is no such article.");
    }

    private static async Task<IResult> PutAsync(long id, ApiProperties sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        var (mark, refusal) = ApiTag.Asked(http);
        if (refusal is not null)
            return refusal;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await FindAsync(db, id, cancellation) is not { } article)
            return ApiResources.NotFound("There is no such article.");
        if (sent.Unknown() is { Count: > 0 } unknown)
            return ApiResources.Invalid(unknown);
        if (sent.Form().Read(KeptProperties.Of(article), out var problems) is not { } wanted)
            return ApiResources.Invalid(problems.Select(problem => KeyValuePair.Create(Fields.GetValueOrDefault(problem.Key, problem.Key), problem.Value)));
        if (wanted.ReplacedBy is { } by && (by == id || !await db.Articles.AnyAsync(one => one.Id == by && one.State == ArticleState.Visible, cancellation)))
            return ApiResources.Invalid([KeyValuePair.Create("replacedBy", "There is no such other article that readers can see.")]);
        if (ApiTag.Version(mark) is not { } version
            || !await PropertyActs.ChangeAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), id, version, wanted, cancellation))
            return ApiTag.Overtaken("Somebody, or its source, changed this article since you read it.");
        db.ChangeTracker.Clear();
        return Answer(http, (await FindAsync(db, id, cancellation))!);
    }

    private static Task<Article?> FindAsync(KioskDb db, long id, CancellationToken cancellation) =>
        db.Articles.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.State != ArticleState.Merged, cancellation);

    private static Ok<ApiProperties> Answer(HttpContext http, Article article)
    {
        ApiTag.Set(http, KioskApi.Text(article.Version));
        return TypedResults.Ok(ApiProperties.Of(article));
    }
}

/// <summary>The properties of an article.</summary>
/// <param name="Kind">nieuws, rapport, onderzoek and so on.</param>
/// <param name="Evidence">Null if unknown.</param>
/// <param name="Movisie">Movisie's level; null if unknown.</param>
/// <param name="ValidFrom">First day on which it holds; null if unknown.</param>
/// <param name="ValidUntil">Last day on which it holds; null if it has none.</param>
/// <param name="Laws">Articles of law: <c>art. 4a Wgs</c>.</param>
/// <param name="Municipalities">By name, former names too.</param>
/// <param name="ReplacedBy">The article that takes its place; who saved this one hears of it. Null if it was not replaced.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiProperties(
    string? Kind = null, string? Evidence = null, string? Movisie = null, IReadOnlyList<string>? Phases = null, IReadOnlyList<string>? Roles = null,
    DateOnly? ValidFrom = null, DateOnly? ValidUntil = null, IReadOnlyList<string>? Laws = null, IReadOnlyList<string>? Municipalities = null, long? ReplacedBy = null)
{
    public static ApiProperties Of(Article article)
    {
        var form = PropertyForm.Of(KeptProperties.Of(article), article.Version);
        return new ApiProperties(
            form.Kind, form.Evidence, form.Movisie, form.Phases, form.Roles, article.ValidFrom, article.ValidUntil,
            (form.Laws ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries), (form.Municipalities ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries), article.ReplacedBy);
    }

    /// <summary>As an editor would fill it in.</summary>
    public PropertyForm Form() => new()
    {
        Kind = Kind,
        Evidence = Evidence,
        Movisie = Movisie,
        Phases = [.. Phases ?? []],
        Roles = [.. Roles ?? []],
        From = ValidFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Until = ValidUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Laws = string.Join('\n', Laws ?? []),
        Municipalities = string.Join('\n', Municipalities ?? []),
        ReplacedBy = ReplacedBy?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Values that there are not, by field: the form of the desk offers only what there is.</summary>
    public Dictionary<string, string> Unknown()
    {
        var problems = new Dictionary<string, string>();
        Check<Evidence>("evidence", Evidence is null ? [] : [Evidence]);
        Check<MovisieLevel>("movisie", Movisie is null ? [] : [Movisie]);
        Check<Phase>("phases", Phases ?? []);
        Check<WorkRole>("roles", Roles ?? []);
        return problems;

        void Check<T>(string field, IEnumerable<string> names)
            where T : struct, Enum
        {
            if (names.Any(name => !Names.TryParse<T>(name, out _)))
                problems[field] = $"One of {string.Join(", ", Enum.GetValues<T>().Select(Names.Of))}.";
        }
    }
}
