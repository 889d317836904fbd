using System.Globalization;
using Kiosk.Data;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Discovery;

/// <summary>How good a candidate is, and why, in Dutch.</summary>
internal static class Appraisal
{
    private const int ItemsShown = 10;
    private const int FewItems = 5;
    private const int TextOfAnArticle = 800;
    private static readonly TimeSpan Stale = TimeSpan.FromDays(365);

    /// <param name="found">What the address turned out to be.</param>
    /// <param name="url">The address.</param>
    /// <param name="origin">How we came to it.</param>
    /// <param name="now">What is fresh depends on it.</param>
    public static SourceCandidate Of(Recognition found, string url, Origin origin, DateTimeOffset now)
    {
        var reasons = new List<(int Worth, string Says)> { Place(origin), Kind(found) };
        if (found.Items.Count == 0)
            reasons.Add((-60, "Er staat nu niets in."));
        else if (found.Items.Max(item => item.Published ?? item.Updated) is { } newest && newest < now)
            reasons.Add(Age(newest, now));
        if (found.Format == SourceFormat.Feed && IsAboutReactions(url, found.Title))
            reasons.Add((-50, "Dit lijkt de feed met reacties van lezers, niet die met het nieuws."));
        return new SourceCandidate
        {
            Format = found.Format,
            Url = url,
            Title = found.Title is { } title ? PlainText.FromHtml(title) : null,
            Why = string.Join(' ', reasons.Select(reason => reason.Says)),
            Rank = reasons.Sum(reason => reason.Worth),
            Count = found.Items.Count,
            Items = [.. found.Items.Take(ItemsShown).Select(Shown)],
        };
    }

    private static (int, string) Place(Origin origin) => origin switch
    {
        Origin.Asked => (10, "Dit is het adres zelf dat je gaf."),
        Origin.Mentioned => (5, "De site verwijst er zelf naar."),
        Origin.Robots => (3, "De site noemt het in robots.txt, voor zoekmachines."),
        _ => (0, "De site noemt het nergens, maar het staat op een gebruikelijke plek."),
    };

    private static (int, string) Kind(Recognition found) => found.Format switch
    {
        SourceFormat.Feed when found.Items.Any(item => item.Content?.Length >= TextOfAnArticle) => (105, $"Een feed met {Pieces(found)}, de teksten erbij. Dat is de zekerste en zuinigste manier."),
        SourceFormat.Feed => (100, $"Een feed met {Pieces(found)}. Dat is de zekerste en zuinigste manier, al staat er van elk stuk alleen het begin in."),
        SourceFormat.Sitemap when found.Items.Any(item => item.Title is not null) => (80, $"Een nieuwssitemap met {Pieces(found)} van de laatste dagen."),
        SourceFormat.Sitemap => (45, $"Een sitemap met {Pieces(found)}. Daar staan ook bladzijden in die geen artikel zijn; geef aan welk stuk van het adres een artikel verraadt."),
        SourceFormat.Dspace => (82, $"Een archief op DSpace, nieuwste eerst ({Pieces(found)} op de eerste bladzijde). Kies er een zoekvraag bij, anders komt alles mee."),
        SourceFormat.OaiPmh => (75, "Een archief met OAI-PMH, de afspraak van bibliotheken. Zet er een filter op, anders komt alles mee."),
        SourceFormat.Calendar => (40, $"Een agenda met {Pieces(found)}."),
        _ => (found.Items.Count < FewItems ? 35 : found.Items.Count(item => item.Published is not null) * 2 >= found.Items.Count ? 65 : 55,
            $"Een bladzijde met een lijst van {Pieces(found)}. De kiosk volgt de links; dat werkt tot de site er anders uitziet."),
    };

    private static (int, string) Age(DateTimeOffset newest, DateTimeOffset now)
    {
        var day = newest.ToString("d-M-yyyy", CultureInfo.InvariantCulture);
        return now - newest > Stale ? (-40, $"Let op: het nieuwste stuk is al van {day}.") : (0, $"Het nieuwste is van {day}.");
    }

    private static bool IsAboutReactions(string url, string? title) => new[] { "comments", "reacties" }.Any(word => url.Contains(word, StringComparison.OrdinalIgnoreCase) || title?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private static string Pieces(Recognition found) => found.Items.Count == 1 ? "1 stuk" : string.Create(CultureInfo.InvariantCulture, $"{found.Items.Count} stukken");

    private static FoundItem Shown(Item item) => new(PlainText.FromHtml(item.Title ?? "") is { Length: > 0 } title ? title : item.Link ?? "(zonder titel)", item.Link, item.Published ?? item.Updated);
}

/// <summary>How a candidate was come to.</summary>
internal enum Origin
{
    Asked,
    Mentioned,
    Robots,
    Guessed,
}
