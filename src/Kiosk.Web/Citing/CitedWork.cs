using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Citing;

/// <summary>An article as it is cited.</summary>
public sealed record CitedWork
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Persons and institutions; empty if the source names none: then the publisher stands for them.</summary>
    public IReadOnlyList<CitedName> Authors { get; init; } = [];

    /// <summary>The source.</summary>
    public required string Publisher { get; init; }

    /// <summary>The day in Amsterdam; null if the source gave none.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Where it stands at the source.</summary>
    public required string Url { get; init; }

    public ArticleKind Kind { get; init; }

    /// <summary>BCP 47; null if unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Bare, as in <c>10.1000/182</c>; null if there is none.</summary>
    public string? Doi { get; init; }

    /// <summary>As in <c>ECLI:NL:RBAMS:2026:123</c>; null if it is no ruling or has none.</summary>
    public string? Ecli { get; init; }

    /// <summary>Reads articles that are visible, in the order of <paramref name="ids"/>.</summary>
    public static async Task<IReadOnlyList<CitedWork>> ReadAsync(KioskDb db, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var rows = await db.Articles.AsNoTracking().Where(article => ids.Contains(article.Id) && article.State == ArticleState.Visible).Select(article => new
        {
            article.Id,
            article.Title,
            article.Authors,
            article.Source!.Name,
            article.PublishedAt,
            article.PublishedIsGuess,
            article.Url,
            article.Kind,
            article.Language,
            Names = article.Aliases.Select(alias => alias.Name).Where(name => EF.Functions.Like(name, "id:doi:%") || EF.Functions.Like(name, "id:ecli:%")).ToList(),
        }).ToDictionaryAsync(row => row.Id, cancellation);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(row => new CitedWork
        {
            Id = row.Id,
            Title = row.Title,
            Authors = [.. row.Authors.Where(author => !string.IsNullOrWhiteSpace(author)).Select(CitedName.Parse)],
            Publisher = row.Name,
            Published = row.PublishedIsGuess ? null : Reading.DutchTime.DayOf(row.PublishedAt),
            Url = row.Url,
            Kind = row.Kind,
            Language = row.Language,
            Doi = row.Names.Where(name => name.StartsWith("id:doi:", StringComparison.Ordinal)).Select(name => name["id:doi:".Length..]).Order(StringComparer.Ordinal).FirstOrDefault(),
            Ecli = CitedRuling.EcliOf(row.Url, row.Names),
        })];
    }
}
