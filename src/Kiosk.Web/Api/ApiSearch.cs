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

    [FromQuery(Name = "year")]
    public string? Year { get; init; }

    [FromQuery(Name = "phase")]
    public string? Phase { get; init; }

    [FromQuery(Name = "role")]
    public string? Role { get; init; }

    [FromQuery(Name = "evidence")]
    public string? Evidence { get; init; }

    [FromQuery(Name = "rights")]
    public string? Rights { get; init; }

    /// <summary>1 for only what was typed: nothing that means the same, no better spelling in its place.</summary>
    [FromQuery(Name = "exact")]
    public string? Exact { get; init; }

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
        CheckName<ArticleKind>("kind", Kind);
        CheckName<Data.Phase>("phase", Phase);
        CheckName<WorkRole>("role", Role);
        CheckName<Data.Evidence>("evidence", Evidence);
        CheckName<Data.Rights>("rights", Rights);
        Check("exact", Exact is null or "" or "0" or "1", "0 or 1.");
        Check("sort", Sort is null or "" or "relevance" or "newest", "One of relevance, newest.");
        Check("page", Number(Page, 1) is >= 1 and <= MaxPage, $"A whole number from 1 to {MaxPage}.");
        Check("limit", Number(Limit, DefaultLimit) is >= 1 and <= MaxLimit, $"A whole number from 1 to {MaxLimit}.");
        return problems;

        void CheckName<T>(string name, string? value)
            where T : struct, Enum => Check(name, string.IsNullOrEmpty(value) || Names.TryParse<T>(value, out _), $"One of {string.Join(", ", Names.All<T>())}.");

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
        Kind = NameOf<ArticleKind>(Kind),
        Selected = Selected(),
        Exactly = Exact == "1",
        WithFacets = true,
        Order = Sort == "newest" ? SearchOrder.Newest : SearchOrder.Relevance,
        Skip = (PageNumber - 1) * LimitNumber,
        Take = LimitNumber,
    };

    /// <summary>The address of another page of the same search.</summary>
    public string Link(int page)
    {
        var parameters = new (string Name, string? Value)[]
        {
            ("q", Q), ("topic", Topic), ("source", Source), ("kind", Kind), ("year", Year), ("phase", Phase), ("role", Role),
            ("evidence", Evidence), ("rights", Rights), ("exact", Exact), ("sort", Sort), ("limit", Limit), ("page", KioskApi.Text(page)),
        };
        return "/api/v1/search?" + string.Join('&', parameters
            .Where(parameter => !string.IsNullOrEmpty(parameter.Value))
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
    }

    private Dictionary<Facet, IReadOnlyCollection<string>> Selected() => new (Facet Facet, string? Value)[]
    {
        (Facet.Year, OrNull(Year)), (Facet.Phase, NameOf<Data.Phase>(Phase)), (Facet.Role, NameOf<WorkRole>(Role)),
        (Facet.Evidence, NameOf<Data.Evidence>(Evidence)), (Facet.Rights, NameOf<Data.Rights>(Rights)),
    }.Where(chosen => chosen.Value is not null).ToDictionary(chosen => chosen.Facet, chosen => (IReadOnlyCollection<string>)[chosen.Value!]);

    private static string? NameOf<T>(string? name)
        where T : struct, Enum => Names.TryParse<T>(name, out var value) ? Names.Of(value) : null;

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static int? Number(string? text, int absent) =>
        string.IsNullOrEmpty(text) ? absent
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
