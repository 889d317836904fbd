using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Accounts;

/// <summary>Who gets where: every route of the kiosk stands in this table, and is tried by everybody.</summary>
public sealed class AccessTests
{
    /// <summary>Everybody, signed in or not.</summary>
    private const string All = "allen";

    /// <summary>Nobody but a program with a token, whoever is signed in beside it.</summary>
    private const string Token = "sleutel";

    /// <summary>Route patterns as the kiosk maps them, who may go there, and an address that tries it. A new route fails here until it is added.</summary>
    private static readonly (string Methods, string Pattern, string Who, string Path)[] Table =
    [
        ("GET POST", "", All, "/"),
        ("GET POST", "artikel/{id:long}/{slug?}", All, "/artikel/1"),
        ("GET POST", "artikel/{id:long}/keuze", "redacteur", "/artikel/1/keuze"),
        ("GET POST", "artikel/{id:long}/omslag", "redacteur", "/artikel/1/omslag"),
        ("GET POST", "artikel/{id:long}/aantekening", "lezer", "/artikel/1/aantekening"),
        ("GET POST", "welkom", All, "/welkom"),
        ("GET POST", "zoeken", All, "/zoeken"),
        ("GET POST", "onderwerpen", All, "/onderwerpen"),
        ("GET POST", "onderwerp/{slug}", All, "/onderwerp/wsnp"),
        ("GET POST", "lijsten", All, "/lijsten"),
        ("GET POST", "lijsten/erbij", All, "/lijsten/erbij?stuk=1"),
        ("GET POST", "lijst/{id:long}/{slug?}", All, "/lijst/1/dossier-over-schulden"),
        ("GET", "lijst/{id:long}/bestand/{name}", All, "/lijst/1/bestand/rss.xml"),
        ("GET POST", "pakket/{id:long}", All, "/pakket/1"),
        ("GET", "artikel/{id:long}/citeer/{form}", All, "/artikel/1/citeer/ris"),
        ("GET POST", "bronnen", All, "/bronnen"),
        ("GET POST", "bron/{slug}", All, "/bron/vol"),
        ("GET POST", "bron/{slug}/bediening", "redacteur", "/bron/vol/bediening"),
        ("GET", "bronnen.opml", All, "/bronnen.opml"),
        ("GET POST", "agenda", All, "/agenda"),
        ("GET", "agenda.ics", All, "/agenda.ics"),
        ("GET", "agenda/{id:long}.ics", All, "/agenda/7.ics"),
        ("GET", "beeld/{signature}/{address}", All, "/beeld/x/y"),
        ("GET POST", "melding", All, "/melding"),
        ("GET POST", "colofon", All, "/colofon"),
        ("GET POST", "privacy", All, "/privacy"),
        ("GET POST", "toegankelijkheid", All, "/toegankelijkheid"),
        ("GET", ".well-known/security.txt", All, "/.well-known/security.txt"),
        ("GET POST", "offline", All, "/offline"),
        ("GET", "offline/bewaren", All, "/offline/bewaren"),
        ("GET", "sw.js", All, "/sw.js"),
        ("POST", "toetsen", All, "/toetsen"),
        ("POST", "weergave", All, "/weergave"),
        ("GET", "api/v1/articles/{id:long}", All, "/api/v1/articles/1"),
        ("GET", "api/v1/search", All, "/api/v1/search?q=schuld"),
        ("GET", "api/v1/suggestions", All, "/api/v1/suggestions?q=schuld"),
        ("GET", "api/{documentName}/openapi.json", All, "/api/v1/openapi.json"),
        ("GET POST", "api", All, "/api"),
        ("GET POST", "api/v1/articles", Token, "/api/v1/articles"),
        ("GET PUT", "api/v1/articles/{id:long}/properties", Token, "/api/v1/articles/1/properties"),
        ("POST", "api/v1/articles/{id:long}/mergers", Token, "/api/v1/articles/1/mergers"),
        ("GET POST", "api/v1/topics", Token, "/api/v1/topics"),
        ("GET PATCH", "api/v1/topics/{slug}", Token, "/api/v1/topics/wsnp"),
        ("POST", "api/v1/topics/{slug}/mergers", Token, "/api/v1/topics/wsnp/mergers"),
        ("POST", "api/v1/topics/{slug}/parts", Token, "/api/v1/topics/wsnp/parts"),
        ("POST", "api/v1/topics/{slug}/runs", Token, "/api/v1/topics/wsnp/runs"),
        ("GET", "api/v1/topics/{slug}/runs/{id:long}", Token, "/api/v1/topics/wsnp/runs/1"),
        ("POST", "api/v1/rule-trials", Token, "/api/v1/rule-trials"),
        ("GET POST", "api/v1/synonyms", Token, "/api/v1/synonyms"),
        ("GET DELETE", "api/v1/synonyms/{id:long}", Token, "/api/v1/synonyms/1"),
        ("GET POST", "api/v1/sources", Token, "/api/v1/sources"),
        ("GET PATCH", "api/v1/sources/{slug}", Token, "/api/v1/sources/vol"),
        ("POST", "api/v1/sources/{slug}/mergers", Token, "/api/v1/sources/vol/mergers"),
        ("POST", "api/v1/source-trials", Token, "/api/v1/source-trials"),
        ("GET DELETE", "api/v1/source-trials/{id:long}", Token, "/api/v1/source-trials/1"),
        ("GET POST", "api/v1/picks", Token, "/api/v1/picks"),
        ("GET PATCH DELETE", "api/v1/picks/{id:long}", Token, "/api/v1/picks/1"),
        ("GET POST", "api/v1/lists", Token, "/api/v1/lists"),
        ("GET PATCH", "api/v1/lists/{id:long}", Token, "/api/v1/lists/1"),
        ("PUT", "api/v1/lists/{id:long}/entries", Token, "/api/v1/lists/1/entries"),
        ("PUT DELETE", "api/v1/lists/{id:long}/entries/{articleId:long}", Token, "/api/v1/lists/1/entries/1"),
        ("GET", "api/v1/link-suggestions", Token, "/api/v1/link-suggestions"),
        ("GET PATCH", "api/v1/link-suggestions/{id:long}", Token, "/api/v1/link-suggestions/1"),
        ("GET", "api/v1/searches", Token, "/api/v1/searches"),
        ("GET POST", "api/v1/harvest-runs", Token, "/api/v1/harvest-runs"),
        ("GET", "api/v1/insights", Token, "/api/v1/insights"),
        ("POST", "api/v1/search-answers", Token, "/api/v1/search-answers"),
        ("GET", "api/v1/tasks", Token, "/api/v1/tasks"),
        ("GET PATCH", "api/v1/tasks/{id:long}", Token, "/api/v1/tasks/1"),
        ("GET", "api/v1/editorial-acts", Token, "/api/v1/editorial-acts"),
        ("POST", "api/v1/editorial-acts/{id:long}/reversals", Token, "/api/v1/editorial-acts/1/reversals"),
        ("GET", "healthz", All, "/healthz"),
        ("GET", "healthz/live", All, "/healthz/live"),
        ("GET", "healthz/ready", All, "/healthz/ready"),
        ("GET", "metrics", All, "/metrics"),
        ("GET POST", "inloggen", All, "/inloggen"),
        ("GET POST", "inloggen/link/{secret:maxlength(100)}", All, "/inloggen/link/x"),
        ("GET POST", "inloggen/tweede-stap", All, "/inloggen/tweede-stap"),
        ("GET POST", "inloggen/gewist", All, "/inloggen/gewist"),
        ("GET POST", "inloggen/bevestig", "lezer", "/inloggen/bevestig"),
        ("GET POST", "uitloggen", All, "/uitloggen"),
        ("GET POST", "mijn-kiosk", "lezer", "/mijn-kiosk"),
        ("GET POST", "mijn-kiosk/volgen", "lezer", "/mijn-kiosk/volgen"),
        ("GET POST", "mijn-kiosk/profiel", "lezer", "/mijn-kiosk/profiel"),
        ("GET POST", "mijn-kiosk/aantekeningen", "lezer", "/mijn-kiosk/aantekeningen"),
        ("GET POST", "mijn-kiosk/stuk/{id:long}", "lezer", "/mijn-kiosk/stuk/1"),
        ("GET POST", "mijn-kiosk/account", "lezer", "/mijn-kiosk/account"),
        ("GET POST", "mijn-kiosk/adres", "lezer vers", "/mijn-kiosk/adres"),
        ("GET POST", "mijn-kiosk/wachtwoord", "lezer vers", "/mijn-kiosk/wachtwoord"),
        ("GET POST", "mijn-kiosk/passkeys", "lezer vers", "/mijn-kiosk/passkeys"),
        ("GET POST", "mijn-kiosk/tweede-stap", "lezer vers", "/mijn-kiosk/tweede-stap"),
        ("GET POST", "mijn-kiosk/tokens", "redacteur vers", "/mijn-kiosk/tokens"),
        ("GET POST", "mijn-kiosk/gegevens", "lezer vers", "/mijn-kiosk/gegevens"),
        ("GET POST", "mijn-kiosk/verwijderen", "lezer vers", "/mijn-kiosk/verwijderen"),
        ("GET POST", "mijn-kiosk/attenderingen", "lezer", "/mijn-kiosk/attenderingen"),
        ("GET", "mijn-kiosk/feeds.opml", "lezer", "/mijn-kiosk/feeds.opml"),
        ("GET POST", "attendering/uit/{token:maxlength(100)}", All, "/attendering/uit/x"),
        ("GET", "attendering/{key:length(32)}/bestand/{name}", All, "/attendering/00000000000000000000000000000000/bestand/rss.xml"),
        ("GET POST", "feeds", All, "/feeds"),
        ("GET", "feeds.opml", All, "/feeds.opml"),
        ("GET", "bestand/{name}", All, "/bestand/rss.xml"),
        ("GET", "keuzes/bestand/{name}", All, "/keuzes/bestand/rss.xml"),
        ("GET", "onderwerp/{slug}/bestand/{name}", All, "/onderwerp/wsnp/bestand/rss.xml"),
        ("GET", "bron/{slug}/bestand/{name}", All, "/bron/vol/bestand/rss.xml"),
        ("GET", "zoeken/bestand/{name}", All, "/zoeken/bestand/rss.xml?q=schuld"),
        ("GET POST", "redactie", "redacteur", "/redactie"),
        ("GET POST", "redactie/stuk/{id:long}", "redacteur", "/redactie/stuk/1"),
        ("GET POST", "redactie/keuzes", "redacteur", "/redactie/keuzes"),
        ("GET POST", "redactie/keuzes/{dag}", "redacteur", "/redactie/keuzes/2026-11-20"),
        ("GET POST", "redactie/taken", "redacteur", "/redactie/taken"),
        ("GET POST", "redactie/bericht", "redacteur", "/redactie/bericht"),
        ("GET POST", "redactie/logboek", "redacteur", "/redactie/logboek"),
        ("GET POST", "redactie/begrippen", "redacteur", "/redactie/begrippen"),
        ("GET POST", "redactie/onderwerpen", "redacteur", "/redactie/onderwerpen"),
        ("GET POST", "redactie/onderwerpen/geleerd", "redacteur", "/redactie/onderwerpen/geleerd"),
        ("GET POST", "redactie/onderwerpen/{key}", "redacteur", "/redactie/onderwerpen/nieuw"),
        ("GET POST", "redactie/kenmerken/{id:long}", "redacteur", "/redactie/kenmerken/1"),
        ("GET POST", "redactie/inzicht", "redacteur", "/redactie/inzicht"),
        ("GET POST", "redactie/uitleg", "redacteur", "/redactie/uitleg?q=schulden&stuk=1"),
        ("GET POST", "redactie/zoekvragen", "redacteur", "/redactie/zoekvragen"),
        ("GET POST", "abonneren", All, "/abonneren"),
        ("GET POST", "abonneren/bevestig/{token:maxlength(100)}", All, "/abonneren/bevestig/x"),
        ("GET POST", "weekbrief", All, "/weekbrief"),
        ("GET POST", "weekbrief/{week:length(7)}", All, "/weekbrief/2026-47"),
        ("GET", "weekbrief/bestand/{name}", All, "/weekbrief/bestand/rss.xml"),
        ("GET POST", "weekbrief/onderwerp/{slug}", All, "/weekbrief/onderwerp/wsnp"),
        ("GET", "weekbrief/onderwerp/{slug}/bestand/{name}", All, "/weekbrief/onderwerp/wsnp/bestand/rss.xml"),
        ("GET POST", "weekbrief/voorkeuren/{token:maxlength(100)}", All, "/weekbrief/voorkeuren/x"),
        ("GET POST", "weekbrief/afmelden/{token:maxlength(100)}", All, "/weekbrief/afmelden/x"),
        ("GET POST", "redactie/weekbrief", "redacteur", "/redactie/weekbrief"),
        ("GET", "redactie/weekbrief/voorbeeld", "redacteur", "/redactie/weekbrief/voorbeeld?week=2026-47"),
        ("GET POST", "redactie/weekbrief/bezorging", "redacteur", "/redactie/weekbrief/bezorging"),
        ("POST", "weekbrief/teruggekomen", Token, "/weekbrief/teruggekomen"),
        ("GET POST", "beheer/mail", "beheerder", "/beheer/mail"),
        ("GET POST", "beheer/postbus", "beheerder", "/beheer/postbus"),
        ("GET POST", "redactie/bronnen", "redacteur", "/redactie/bronnen"),
        ("GET POST", "redactie/bronnen/{slug}", "redacteur", "/redactie/bronnen/vol"),
        ("GET POST", "redactie/bronnen/{slug}/samenvoegen", "redacteur", "/redactie/bronnen/vol/samenvoegen?met=fragment"),
        ("GET POST", "redactie/bronnen/proef/{id:long}", "redacteur", "/redactie/bronnen/proef/1"),
        ("GET POST", "aandragen", All, "/aandragen"),
        ("GET POST", "redactie/aangedragen", "redacteur", "/redactie/aangedragen"),
        ("GET POST", "redactie/webhooks", "redacteur", "/redactie/webhooks"),
        ("GET", "redactie/feeds.json", "redacteur", "/redactie/feeds.json"),
        ("GET POST", "redactie/handleiding", "redacteur", "/redactie/handleiding"),
        ("GET", "redactie/handleiding/beeld/{name}", "redacteur", "/redactie/handleiding/beeld/postvak.png"),
        ("GET POST", "beheer/handleiding/{naam?}", "beheerder", "/beheer/handleiding/backup"),
        ("GET POST", "beheer", "beheerder", "/beheer"),
        ("GET POST", "beheer/eerste-keer", "beheerder", "/beheer/eerste-keer"),
        ("GET POST", "beheer/gebruikers", "beheerder", "/beheer/gebruikers"),
        ("GET POST", "beheer/gebruiker/{id:guid}", "beheerder vers", "/beheer/gebruiker/00000000-0000-0000-0000-000000000000"),
    ];

    [Fact]
    public async Task Every_route_stands_in_the_table_and_the_table_holds_no_others()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        var mapped = kiosk.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(string.Join('\n', Table.Select(row => row.Pattern).Order(StringComparer.Ordinal)), string.Join('\n', mapped));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Lezer)]
    [InlineData(Role.Redacteur)]
    [InlineData(Role.Beheerder)]
    public async Task Each_role_gets_where_it_may_and_nowhere_else(Role? role)
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var visitor = role is { } given ? await kiosk.SignedInAsync(given) : kiosk.Visitor();
        foreach (var (methods, _, who, path) in Table)
        {
            foreach (var method in methods.Split(' '))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                using var answer = await visitor.SendAsync(request);
                Assert.Equal($"{method} {path}: {Expected(who, role)}", $"{method} {path}: {Outcome(answer)}");
            }
        }
    }

    [Theory]
    [InlineData(Role.Redacteur, "/beheer/gebruikers", "403")]
    [InlineData(Role.Beheerder, "/beheer/gebruikers", "/mijn-kiosk/tweede-stap")]
    [InlineData(Role.Beheerder, "/mijn-kiosk", "200")]
    public async Task An_operator_without_a_second_step_is_led_to_setting_it(Role role, string path, string expected)
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var visitor = await kiosk.SignedInAsync(role, secondFactor: false);
        using var answer = await visitor.GetAsync(path);
        Assert.StartsWith(expected, answer.Headers.Location?.ToString() ?? ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_asks_for_a_fresh_proof_asks_again_after_a_while()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var visitor = await kiosk.SignedInAsync(Role.Beheerder);
        kiosk.Time.Advance(TimeSpan.FromMinutes(16));
        foreach (var row in Table.Where(row => row.Who.EndsWith(" vers", StringComparison.Ordinal)))
        {
            using var answer = await visitor.GetAsync(row.Path);
            Assert.Equal($"/inloggen/bevestig?terug={Uri.EscapeDataString(row.Path)}", answer.Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task Nobody_signs_out_somebody_elses_device_or_takes_away_her_passkey()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        await SignedIn.CookieAsync(kiosk.Services, Role.Lezer, "noor@kiosk.example");
        var device = (await noor.PageAsync("/mijn-kiosk/account")).QuerySelector("button[name=apparaat]")!.GetAttribute("value")!;
        using var bilal = await kiosk.SignedInAsync(Role.Lezer, "bilal@kiosk.example");

        using var tried = await bilal.PostAsync("/mijn-kiosk/account", "form[action$=naam]", "/mijn-kiosk/account?handler=apparaat", ("apparaat", device));
        using var passkey = await bilal.PostAsync("/mijn-kiosk/account", "form[action$=naam]", "/mijn-kiosk/passkeys?handler=weg", ("weg", "AAAA"));

        Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, passkey.StatusCode);
        Assert.Equal(2, (await noor.PageAsync("/mijn-kiosk/account")).QuerySelectorAll("#apparaten tbody tr").Length);
    }

    [Fact]
    public async Task A_post_without_its_token_or_from_another_site_changes_nothing()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var visitor = await kiosk.SignedInAsync(Role.Beheerder);
        // Leaving the digest, or an alert, asks for no token of a form: the signed link is the proof, and mail programs post to it.
        foreach (var row in Table.Where(row => row.Methods.Contains("POST", StringComparison.Ordinal) && row.Who != Token && row.Path is not ("/weergave" or "/melding" or "/weekbrief/afmelden/x" or "/attendering/uit/x")))
        {
            using var forged = new HttpRequestMessage(HttpMethod.Post, row.Path) { Content = new FormUrlEncodedContent([]) };
            using var answer = await visitor.SendAsync(forged);
            Assert.Equal((row.Path, HttpStatusCode.BadRequest), (row.Path, answer.StatusCode));
        }

        using var theme = new HttpRequestMessage(HttpMethod.Post, "/weergave") { Content = new FormUrlEncodedContent([KeyValuePair.Create("thema", "donker")]), Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var refused = await visitor.SendAsync(theme);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
    }

    private static string Expected(string who, Role? role) => who.Split(' ')[0] switch
    {
        All => "let in",
        Token => "to sign in",
        _ when role is null => "to sign in",
        var least => Names.TryParse<Role>(least, out var needed) && role >= needed ? "let in" : "refused",
    };

    /// <summary>Let in means that the page itself answered, be it that it found nothing or misses a token.</summary>
    private static string Outcome(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Forbidden => "refused",
        HttpStatusCode.Unauthorized => "to sign in",
        HttpStatusCode.Redirect when answer.Headers.Location!.ToString() is var to && to.Contains("/inloggen?terug=", StringComparison.Ordinal) => "to sign in",
        >= HttpStatusCode.InternalServerError => answer.StatusCode.ToString(),
        _ => "let in",
    };
}
