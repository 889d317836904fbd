using System.Globalization;
using Kiosk.Data;
using Kiosk.Search;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.Web.Api;

/// <summary>The parameters of a search, as text: what cannot be read is named in the answer.</summary>
public sealed record ApiSearch
{
    public const int MaxText = 1000;
    public const int MaxLimit = 100;
    public const int MaxPage = 10_000;
    public const int DefaultLimit = 20;

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "topic")]
    public string? Topic { get; init; }

    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "page")]
    public string? Page { get; init; }

    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    public int PageNumber => Number(Page, 1) ?? 1;

    public int LimitNumber => Number(Limit, DefaultLimit) ?? DefaultLimit;

    /// <summary>What is wrong, by parameter; empty if nothing is.</summary>
    public Dictionary<string, string[]> Problems()
    {
        var problems = new Dictionary<string, string[]>();
        Check("q", Q is null || Q.Length <= MaxText, $"At most {MaxText} characters.");
        Check("kind", string.IsNullOrEmpty(Kind) || Names.TryParse<ArticleKind>(Kind, out _), $"One of {string.Join(", ", Names.All<ArticleKind>())}.");
        Check("sort", Sort is null or "" or "relevance" or "newest", "One of relevance, newest.");
        Check("page", Number(Page, 1) is >= 1 and <= MaxPage, $"A whole number from 1 to {MaxPage}.");
        Check("limit", Number(Limit, DefaultLimit) is >= 1 and <= MaxLimit, $"A whole number from 1 to {MaxLimit}.");
        return problems;

        void Check(string name, bool isRight, string remedy)
        {
            if (!isRight)
                problems[name] = [remedy];
        }
    }

    public SearchRequest Request() => new()
    {
        Text = Q ?? "",
        Topic = OrNull(Topic),
        Source = OrNull(Source),
        Kind = Names.TryParse<ArticleKind>(Kind, out var kind) ? Names.Of(kind) : null,
        Order = Sort == "newest" ? SearchOrder.Newest : SearchOrder.Relevance,
        Skip = (PageNumber - 1) * LimitNumber,
        Take = LimitNumber,
    };

    /// <summary>The address of another page of the same search.</summary>
    public string Link(int page)
    {
        var parameters = new (string Name, string? Value)[]
        {
            ("q", Q), ("topic", Topic), ("source", Source), ("kind", Kind), ("sort", Sort), ("limit", Limit), ("page", KioskApi.Text(page)),
        };
        return "/api/v1/search?" + string.Join('&', parameters
            .Where(parameter => !string.IsNullOrEmpty(parameter.Value))
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
    }

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static int? Number(string? text, int absent) =>
        string.IsNullOrEmpty(text) ? absent
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
