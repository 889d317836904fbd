using Kiosk.Data;
using Kiosk.Data.Lists;

namespace Kiosk.Web.Tests.Pages;

/// <summary>A small kiosk with something of everything, hostile things too.</summary>
public static class Newsstand
{
    public const string Hostile = "<script>alert('x')</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(2)";

    /// <summary>Stands in the text of every piece beyond what an excerpt may show.</summary>
    public const string Secret = "geheimwoord";

    private static readonly string Body =
        string.Concat(Enumerable.Range(1, 20).Select(number => $"<p>Alinea {number} over schulden en vroegsignalering in de gemeente van vandaag.</p>")) + $"<p>{Secret}</p>";

    /// <summary>Articles 1 (full), 2 (excerpt), 3 (link), 4 (hostile), 5 (English), 6 (withdrawn), 7 (event), 8 and on (filling).</summary>
    public static void Fill(KioskDb db)
    {
        var (early, wsnp) = (Seeds.Topic("vroegsignalering"), Seeds.Topic("wsnp", 1));
        wsnp.Name = $"Wsnp {Hostile}";
        var full = Seeds.Source("vol", Rights.Full, ArticleKind.Onderzoek, "Lectoraat");
        var excerpt = Seeds.Source("fragment", Rights.Excerpt, ArticleKind.Nieuws, "Dagblad");
        var link = Seeds.Source("titel", Rights.Link, ArticleKind.Uitspraak, $"Bond {Hostile}");
        var lead = string.Join(' ', Enumerable.Range(1, 70).Select(number => $"schulden{number}"));
        db.Articles.AddRange(
            Seeds.Article(full, "Volledig stuk over schulden", 0.1, "Een opening.", Body).With(early),
            Seeds.Article(excerpt, "Fragment over schulden", 0.2, lead, Body).With(early),
            Seeds.Article(link, "Titel over schulden", 0.3, lead, Body).With(early, wsnp),
            Seeds.Article(excerpt, $"Vijandig over schulden {Hostile}", 0.4, Hostile).With(wsnp),
            Seeds.Article(full, "Debts in English", 0.5, "An opening about schulden.", "<p>Text.</p>"),
            Seeds.Article(excerpt, "Ingetrokken stuk", 0.6));
        db.SaveChanges();
        var articles = db.Articles.OrderBy(article => article.Id).ToList();
        articles[3].Authors = [Hostile];
        articles[4].Language = "en";
        (articles[5].State, articles[5].StateReason) = (ArticleState.Withdrawn, "Op verzoek van de bron.");
        var meeting = Seeds.Article(excerpt, "Bijeenkomst over schulden", 0.7, "Een middag.", kind: ArticleKind.Agenda);
        meeting.Event = new ArticleEvent { StartsAt = TestKiosk.Now.AddDays(4), EndsAt = TestKiosk.Now.AddDays(4).AddHours(2), Place = $"Utrecht {Hostile}", RegistrationUrl = "https://fragment.example/aanmelden" };
        db.Articles.Add(meeting);
        db.PagesToRead.Add(new PageToRead { Source = full, Name = "url:vol.example/x", Url = "https://vol.example/x", Host = "vol.example", ContentHash = "", State = PageState.GivenUp, Message = $"Deze pagina bestaat niet. {Hostile}", NextAttemptAt = TestKiosk.Now, ChangedAt = TestKiosk.Now });
        for (var number = 8; number <= 61; number++)
            db.Articles.Add(Seeds.Article(excerpt, $"Stuk {number} over beslag", number, "Een opening over beslag.").With(early));
        db.HarvestRuns.Add(new HarvestRun { Source = full, StartedAt = TestKiosk.Now.AddHours(-1), FinishedAt = TestKiosk.Now.AddHours(-1), Outcome = HarvestOutcome.Harvested, Message = $"Twee nieuwe. {Hostile}" });
        var dossier = new ReadingList { Title = "Dossier over schulden", Description = $"Alles bij elkaar. {Hostile}", CreatedAt = TestKiosk.Now, ChangedAt = TestKiosk.Now };
        foreach (var article in articles.Take(5))
            ListChange.Add(dossier, article.Id, $"Wat doen wij? {Hostile}", TestKiosk.Now);
        dossier.Entries[1].Section = $"Achtergrond {Hostile}";
        db.ReadingLists.Add(dossier);
    }
}
