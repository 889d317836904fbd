using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Properties;
using Kiosk.Search.References;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.Web.Tagging;

/// <summary>The properties of an article as an editor fills them in; nothing in it is trusted.</summary>
public sealed record PropertyForm
{
    private const int MostLines = 40;

    [FromForm(Name = "versie")]
    public int Version { get; init; }

    [FromForm(Name = "soort")]
    public string? Kind { get; init; }

    [FromForm(Name = "bewijs")]
    public string? Evidence { get; init; }

    [FromForm(Name = "movisie")]
    public string? Movisie { get; init; }

    [FromForm(Name = "fase")]
    public string[] Phases { get; init; } = [];

    [FromForm(Name = "rol")]
    public string[] Roles { get; init; } = [];

    [FromForm(Name = "vanaf")]
    public string? From { get; init; }

    [FromForm(Name = "tot")]
    public string? Until { get; init; }

    /// <summary>A line each: <c>art. 4a Wgs</c>.</summary>
    [FromForm(Name = "wetten")]
    public string? Laws { get; init; }

    /// <summary>Apart by commas or lines.</summary>
    [FromForm(Name = "gemeenten")]
    public string? Municipalities { get; init; }

    /// <summary>The address or number of what takes its place.</summary>
    [FromForm(Name = "vervangen-door")]
    public string? ReplacedBy { get; init; }

    public static PropertyForm Of(KeptProperties kept, int version) => new()
    {
        Version = version,
        Kind = Names.Of(kept.Kind),
        Evidence = kept.Evidence is { } evidence ? Names.Of(evidence) : null,
        Movisie = kept.Movisie is { } level ? Names.Of(level) : null,
        Phases = kept.Phases.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Roles = kept.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        From = kept.ValidFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Until = kept.ValidUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Laws = string.Join('\n', kept.Laws.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => LawArticle.Parse(key)?.Label ?? key)),
        Municipalities = string.Join(", ", kept.Municipalities.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(slug => Municipality.Find(slug)?.Name ?? slug)),
        ReplacedBy = kept.ReplacedBy is { } by ? Reading.Links.Article(by, "") : null,
    };

    /// <summary>Null if something cannot be read; <paramref name="problems"/> then says what, by field, in Dutch.</summary>
    /// <param name="now">As it is: what the form does not hold stays.</param>
    /// <param name="problems">Empty if all is well.</param>
    public KeptProperties? Read(KeptProperties now, out IReadOnlyDictionary<string, string> problems)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        problems = found;
        if (!Names.TryParse<ArticleKind>(Kind, out var kind))
            found["soort"] = "Kies een soort.";
        var (from, until) = (Day(From, "vanaf", found), Day(Until, "tot", found));
        if (from > until)
            found["tot"] = "De laatste dag ligt voor de eerste.";
        var laws = Lines(Laws, ['\n', ';']).Select(line => (Line: line, Law: LawArticle.Typed(line))).ToList();
        if (laws.Find(line => line.Law is null) is { Line: not null } unread)
            found["wetten"] = $"‘{unread.Line}’ is geen wetsartikel dat de kiosk kent. Schrijf bijvoorbeeld: art. 4a Wgs.";
        var places = Lines(Municipalities, ['\n', ',', ';']).Select(name => (Name: name, Place: Municipality.Called(name))).ToList();
        if (places.Find(place => place.Place is null) is { Name: not null } unknown)
            found["gemeenten"] = $"‘{unknown.Name}’ is geen gemeente die de kiosk kent. Controleer hoe je het schrijft.";
        var by = Successor(found);
        return found.Count > 0 ? null : now with
        {
            Kind = kind,
            Evidence = Names.TryParse<Evidence>(Evidence, out var evidence) ? evidence : null,
            Movisie = Names.TryParse<MovisieLevel>(Movisie, out var level) ? level : null,
            Phases = KeptProperties.Joined(Enum.GetValues<Phase>().Where(phase => Phases.Contains(Names.Of(phase)))),
            Roles = KeptProperties.Joined(Enum.GetValues<WorkRole>().Where(role => Roles.Contains(Names.Of(role)))),
            ValidFrom = from,
            ValidUntil = until,
            Laws = string.Join(' ', laws.Select(line => line.Law!.Key).Distinct()),
            Municipalities = string.Join(' ', places.Select(place => place.Place!.Slug).Distinct()),
            ReplacedBy = by,
        };
    }

    private static DateOnly? Day(string? text, string field, Dictionary<string, string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DateOnly.TryParseExact(text.Trim(), ["yyyy-MM-dd", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        problems[field] = "Dit is geen datum. Schrijf bijvoorbeeld 1-7-2026.";
        return null;
    }

    private static IEnumerable<string> Lines(string? text, char[] apart) =>
        (text ?? "").Split(apart, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostLines);

    /// <summary>Reads a number, or an address of an article with the number in it.</summary>
    private long? Successor(Dictionary<string, string> problems)
    {
        if (string.IsNullOrWhiteSpace(ReplacedBy))
            return null;
        var parts = ReplacedBy.Trim().Split('/');
        var at = Array.IndexOf(parts, "artikel");
        if (long.TryParse(at >= 0 && at + 1 < parts.Length ? parts[at + 1] : ReplacedBy.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return id;
        problems["vervangen-door"] = "Plak het adres van het nieuwe stuk in de kiosk, bijvoorbeeld /artikel/4821.";
        return null;
    }
}
