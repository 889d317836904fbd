using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api;

/// <summary>Which page of a collection, as text: what cannot be read is named in the answer.</summary>
public sealed record ApiPaging
{
    public const int MaxPage = 10_000;
    public const int MaxLimit = 100;
    public const int DefaultLimit = 20;

    [FromQuery(Name = "page")]
    public string? Page { get; init; }

    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>One page of a query, with the ways to others in the body and in the header <c>Link</c> (RFC 8288).</summary>
    /// <param name="rows">In an order that does not change.</param>
    /// <param name="item">A row as the API gives it.</param>
    public async Task<IResult> AnswerAsync<TRow, TItem>(HttpContext http, IQueryable<TRow> rows, Func<TRow, TItem> item, CancellationToken cancellation)
    {
        if (Problems() is { Count: > 0 } problems)
            return TypedResults.ValidationProblem(problems, title: "Bad parameters");
        var (page, limit) = (Number(Page, 1)!.Value, Number(Limit, DefaultLimit)!.Value);
        var total = await rows.CountAsync(cancellation);
        var found = await rows.Skip((page - 1) * limit).Take(limit).ToListAsync(cancellation);
        var links = new ApiPageLinks(To(http, page), page > 1 ? To(http, page - 1) : null, (long)page * limit < total && page < MaxPage ? To(http, page + 1) : null);
        http.Response.Headers.Link = string.Join(", ", new[] { ("prev", links.Prev), ("next", links.Next) }.Where(link => link.Item2 is not null).Select(link => $"<{link.Item2}>; rel=\"{link.Item1}\""));
        return TypedResults.Ok(new ApiPage<TItem>(total, page, limit, [.. found.Select(item)], links));
    }

    private Dictionary<string, string[]> Problems()
    {
        var problems = new Dictionary<string, string[]>();
        if (Number(Page, 1) is not (>= 1 and <= MaxPage))
            problems["page"] = [$"A whole number from 1 to {MaxPage}."];
        if (Number(Limit, DefaultLimit) is not (>= 1 and <= MaxLimit))
            problems["limit"] = [$"A whole number from 1 to {MaxLimit}."];
        return problems;
    }

    private static string To(HttpContext http, int page) => http.Request.Path + QueryString.Create(
        http.Request.Query.Where(pair => pair.Key != "page").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))).Append(KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture))));

    private static int? Number(string? text, int absent) =>
        string.IsNullOrEmpty(text) ? absent : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>One page of a collection.</summary>
/// <param name="Total">Over all pages.</param>
public sealed record ApiPage<T>(int Total, int Page, int Limit, IReadOnlyList<T> Items, [property: JsonPropertyName("_links")] ApiPageLinks Links);
