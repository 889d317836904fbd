using System.Globalization;
using Kiosk.Data;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Citing;

/// <summary>APA (7th edition) in Dutch, as one line of text. Rulings and laws as Dutch lawyers cite them (Leidraad voor juridische auteurs).</summary>
public static class Apa
{
    /// <summary>APA names up to twenty authors; of more the first nineteen and the last.</summary>
    private const int MostAuthors = 20;

    public static string Write(CitedWork work)
    {
        if (work.Ecli is { } ecli)
            return $"{Sentence(work.Title)} {Day(work.Published)}{ecli}. {work.Url}";
        var authors = Authors(work.Authors);
        var publisher = authors.Length == 0 || work.Authors is [{ } only] && only.Family == work.Publisher ? "" : $" {Sentence(work.Publisher)}";
        return $"{Sentence(authors.Length == 0 ? work.Publisher : authors)} ({Date(work)}). {Sentence(work.Title)}{publisher} {(work.Doi is null ? work.Url : $"https://doi.org/{work.Doi}")}";
    }

    private static string Day(DateOnly? published) => published is { } day ? $"({DutchTime.Date(day)}). " : "";

    private static string Date(CitedWork work) => work.Published is not { } day ? "z.d."
        : work.Kind is ArticleKind.Rapport or ArticleKind.Onderzoek or ArticleKind.Wet ? day.Year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day.Year}, {DutchTime.Date(day)[..^5]}");

    private static string Authors(IReadOnlyList<CitedName> authors)
    {
        var names = authors.Select(Name).ToList();
        if (names.Count > MostAuthors)
            return $"{string.Join(", ", names.Take(MostAuthors - 1))}, … {names[^1]}";
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))}, & {names[^1]}";
    }

    private static string Name(CitedName name) => name.IsInstitution || name.Given.Length == 0 ? name.FamilyWithParticle
        : $"{name.Family}, {name.Initials}{(name.Particle.Length > 0 ? " " : "")}{name.Particle}";

    private static string Sentence(string text) => text.TrimEnd() is var trimmed && trimmed.EndsWith('.') || trimmed.EndsWith('?') || trimmed.EndsWith('!') ? trimmed : trimmed + ".";
}
