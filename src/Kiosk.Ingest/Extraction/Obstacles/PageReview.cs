using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats.Text;
using PlainText = Kiosk.Ingest.Cleaning.PlainText;

namespace Kiosk.Ingest.Extraction.Obstacles;

/// <summary>Looks at what was found and at the page, and says whether it can be an article. Only short texts are doubted, but for paywalls:
/// an article about cookies is an article.</summary>
internal sealed partial class PageReview
{
    private const int Long = 1_500;
    private const int Short = 600;
    private const int Nothing = 140;
    private const int LongestText = 200_000;
    private const int MostBesides = 12;

    private const string Challenge = "#challenge-form, #cf-wrapper, #px-captcha, script[src*='/cdn-cgi/challenge-platform/']";
    private const string Mount = "#root:empty, #app:empty, #__next:empty, #__nuxt:empty, app-root:empty";

    private readonly Page _page;
    private readonly string _shown;
    private readonly bool _hasChallenge;
    private readonly bool _hasPassword;
    private readonly bool _hasMount;

    /// <summary>Looks at the page before anything is taken out of it.</summary>
    public PageReview(Page page)
    {
        _page = page;
        var text = _page.Document.Body?.TextContent ?? "";
        _shown = PlainText.Fold(text.Length > LongestText ? text[..LongestText] : text);
        _hasChallenge = _page.Document.QuerySelector(Challenge) is not null;
        _hasPassword = _page.Document.QuerySelector("form input[type=password]") is not null;
        _hasMount = _page.Document.QuerySelector(Mount) is not null;
    }

    /// <summary>Null if what was found can be an article.</summary>
    public PageObstacle? Obstacle(ExtractedArticle article)
    {
        var length = article.Text.Length;
        var title = article.Title ?? "";
        if (ConsentHost().IsMatch(_page.Url.Host + _page.Url.AbsolutePath))
            return PageObstacle.CookieWall;
        if (Says(ErrorTitle(), article))
            return PageObstacle.ErrorPage;
        if (Says(RobotTitle(), article) || _hasChallenge && length < Short)
            return PageObstacle.RobotCheck;
        if (Says(ConsentTitle(), article) || length < Short && Consent().IsMatch(article.Text) && !Running(article))
            return PageObstacle.CookieWall;
        if (length < Short && (LoginTitle().IsMatch(title) || _hasPassword && length < Nothing))
            return PageObstacle.Login;
        return Paywall(article) ? PageObstacle.Paywall : length < Nothing ? Shell(length) : null;
    }

    /// <summary>Whether a title says so and little else, or says so over next to no text: "404 gezinnen geholpen" and "Er ging iets mis bij de toeslagen" are news.</summary>
    private static bool Says(Regex what, ExtractedArticle article) =>
        article.Title is { } title && what.Match(title) is { Success: true } said
        && (title.Length - said.Length > MostBesides ? article.Text.Length < Short && !Running(article) : article.Text.Length < (article.Published is null ? Long : Short));

    private static bool Running(ExtractedArticle article) => article.Published is not null && article.Text.Length > Short / 2;

    private bool Paywall(ExtractedArticle article)
    {
        if (article.Text.Length > 2 * Long)
            return false;
        var ld = _page.JsonLd;
        return new[] { ld.Article, ld.WebPage }.Any(node => ld.Texts(node, "isAccessibleForFree").Any(static text => text.EndsWith("false", StringComparison.OrdinalIgnoreCase)))
            || _page.Meta.First("article:content_tier", "og:content_tier") == "locked"
            || article.Text.Length < Long && PaywallSentence().IsMatch(_shown);
    }

    private PageObstacle? Shell(int length)
    {
        if (_hasMount || NeedsScript().IsMatch(_shown))
            return PageObstacle.NeedsScript;
        return length < Nothing / 3 ? PageObstacle.NoArticle : null;
    }

    [GeneratedRegex(@"^(?:myprivacy\.dpgmedia\.|consent\.(?:yahoo|google|youtube)\.|[^/]*/(?:cookiewall|cookie-consent|privacy-gate|privacygate)(?:/|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex ConsentHost();

    [GeneratedRegex(@"^\W*(?:(?:error|fout|fehler)\W*(?:404|403|410|500|502|503)\b|(?:404|403|410|500|502|503)(?=\s*(?:$|[\-|–:.!,]|error|fout|fehler|not\b|niet\b|page|pagina|seite|forbidden|internal|bad gateway|service|gone))|(?:deze |de )?pagina (?:is )?(?:tijdelijk )?niet (?:gevonden|beschikbaar)|niet gevonden|page (?:not found|niet gevonden)|not found|seite (?:wurde )?nicht gefunden|page (?:non trouvée|introuvable)|pagina non trovata|página no encontrada|oeps|oops|er (?:is|ging) iets (?:mis|fout)|something went wrong|access denied|forbidden|internal server error|service (?:temporarily )?unavailable|bad gateway|(?:site |website )?(?:onder|in) onderhoud|onderhoud\b|maintenance|under maintenance|we(?:'|’)ll be back|wartung|deze (?:site|website) is (?:tijdelijk )?niet (?:bereikbaar|beschikbaar)|tijdelijk niet beschikbaar|default web page|welcome to nginx|it works|domain (?:for sale|parked)|account suspended)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex ErrorTitle();

    [GeneratedRegex(@"^\W*(?:just a moment|attention required|checking your browser|are you a (?:robot|human)|ben je een (?:robot|mens)|robot check|captcha|verify(?:ing)? you are human|human verification|ddos.guard|pardon our interruption|security check|bot verification|één moment|een moment geduld)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex RobotTitle();

    [GeneratedRegex(@"^\W*(?:(?:dpg media )?privacy ?(?:gate|instellingen|settings|wall)|cookie ?(?:wall|s|consent|instellingen|settings|voorkeuren|toestemming)|toestemming|consent|before you continue|voordat je verder ?gaat|jouw privacy|je privacy|uw privacy|your privacy|datenschutzeinstellungen|privacy gate)\W*(?:$|[|\-–])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex ConsentTitle();

    [GeneratedRegex(@"(?:cookies? (?:accepteren|toestaan|weigeren|plaatsen)|accepteer (?:alle )?cookies|(?:wij|we|dpg media|onze partners) (?:gebruiken|plaatsen|willen).{0,60}cookies|akkoord.{0,40}cookies|accept (?:all )?cookies|we (?:and our partners )?(?:use|store).{0,60}cookies|cookies akzeptieren|zustimmen und weiter|accepter les cookies|toestemming.{0,60}(?:cookies|gegevens|persoonsgegevens))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Consent();

    [GeneratedRegex(@"^\W*(?:inloggen|log ?in|login|sign in|aanmelden|anmelden|connexion|se connecter|iniciar sesión|accedi)\W*(?:$|[|\-–])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex LoginTitle();

    [GeneratedRegex(@"(?:(?:dit|het hele|het volledige) artikel (?:is )?(?:alleen|exclusief|enkel) (?:voor|te lezen|toegankelijk)|(?:verder|dit artikel|het hele artikel|alles|onbeperkt) lezen\?(?=.{0,160}(?:abonn|proef|€|inlog|log in|registr|account|per maand|lid word))|(?:lees|krijg) (?:direct )?(?:verder|onbeperkt|toegang).{0,40}(?:abonn|proef|€)|(?:subscribe|sign in|register) to (?:continue|keep|read)|this (?:article|content|story) is (?:for|only available to|reserved for|exclusive to) (?:subscribers|members)|réservé aux abonnés|nur für abonnenten|jetzt weiterlesen|mit .{0,20}plus weiterlesen|contenido exclusivo para suscriptores|riservato agli abbonati)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex PaywallSentence();

    [GeneratedRegex(@"(?:enable javascript|javascript (?:is )?(?:required|disabled|uitgeschakeld|nodig|aan te zetten)|requires javascript|zet javascript aan|schakel javascript in|javascript aktivieren|activer javascript)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex NeedsScript();
}
