using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats.Text;
using PlainText = Kiosk.Ingest.Cleaning.PlainText;

namespace Kiosk.Ingest.Extraction.Obstacles;

/// <summary>Looks at what was found and at the page, and says whether it can be an article. Only short texts are doubted, but for paywalls:
/// an article about cookies is an article.</summary>
internal static partial class PageReview
{
    private const int Long = 1_500;
    private const int Short = 600;
    private const int Nothing = 140;

    public static PageObstacle? Obstacle(Page page, ExtractedArticle article)
    {
        var length = article.Text.Length;
        var title = article.Title ?? "";
        if (ConsentHost().IsMatch(page.Url.Host + page.Url.AbsolutePath))
            return PageObstacle.CookieWall;
        if (length < Long && ErrorTitle().IsMatch(title))
            return PageObstacle.ErrorPage;
        if (length < Long && (RobotTitle().IsMatch(title) || page.Document.QuerySelector("#challenge-form, #cf-wrapper, #px-captcha, script[src*='/cdn-cgi/challenge-platform/']") is not null && length < Short))
            return PageObstacle.RobotCheck;
        if (length < Long && ConsentTitle().IsMatch(title) || length < Short && Consent().IsMatch(article.Text) && !Running(article))
            return PageObstacle.CookieWall;
        if (length < Short && (LoginTitle().IsMatch(title) || page.Document.QuerySelector("main input[type=password], form input[type=password]") is not null && length < Nothing))
            return PageObstacle.Login;
        return Paywall(page, article) ? PageObstacle.Paywall : length < Nothing ? Shell(page, length) : null;
    }

    private static bool Running(ExtractedArticle article) => article.Published is not null && article.Text.Length > Short / 2;

    private static bool Paywall(Page page, ExtractedArticle article)
    {
        if (article.Text.Length > 2 * Long)
            return false;
        var ld = page.JsonLd;
        var saysPaid = new[] { ld.Article, ld.WebPage }.Any(node => ld.Texts(node, "isAccessibleForFree").Any(static text => text.Equals("false", StringComparison.OrdinalIgnoreCase))) || page.Meta.First("article:content_tier", "og:content_tier") == "locked";
        return saysPaid || article.Text.Length < Long && PaywallSentence().IsMatch(PlainText.Fold(page.Document.Body?.TextContent is { Length: < 200_000 } text ? text : ""));
    }

    private static PageObstacle? Shell(Page page, int length)
    {
        var text = PlainText.Fold(page.Document.Body?.TextContent ?? "");
        if (NeedsScript().IsMatch(text) || page.Document.QuerySelector("#root:empty, #app:empty, #__next:empty, app-root:empty, #__nuxt:empty, div[data-reactroot]:empty") is not null)
            return PageObstacle.NeedsScript;
        return length < 40 ? PageObstacle.NoArticle : null;
    }

    [GeneratedRegex(@"^(?:myprivacy\.dpgmedia\.|consent\.(?:yahoo|google|youtube)\.|[^/]*/(?:cookiewall|cookie-consent|privacy-gate|privacygate)(?:/|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex ConsentHost();

    [GeneratedRegex(@"^\W*(?:(?:error|fout|fehler)?\W*(?:404|403|410|500|502|503)\b|(?:deze |de )?pagina (?:is )?niet (?:gevonden|beschikbaar)|niet gevonden|page (?:not found|niet gevonden)|not found|seite (?:wurde )?nicht gefunden|page (?:non trouvée|introuvable)|pagina non trovata|página no encontrada|oeps|oops|er (?:is|ging) iets (?:mis|fout)|something went wrong|access denied|forbidden|internal server error|service (?:temporarily )?unavailable|bad gateway|(?:site |website )?(?:onder|in) onderhoud|onderhoud\b|maintenance|under maintenance|we(?:'|’)ll be back|wartung|deze (?:site|website) is (?:tijdelijk )?niet (?:bereikbaar|beschikbaar)|tijdelijk niet beschikbaar|default web page|welcome to nginx|it works|domain (?:for sale|parked)|account suspended)",
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

    [GeneratedRegex(@"(?:(?:dit|het hele|het volledige) artikel (?:is )?(?:alleen|exclusief|enkel) (?:voor|te lezen|toegankelijk)|(?:verder|dit artikel|het hele artikel|alles|onbeperkt) lezen\?|(?:lees|krijg) (?:direct )?(?:verder|onbeperkt|toegang).{0,40}(?:abonn|proef|€)|exclusief voor (?:abonnees|leden)|alleen voor (?:abonnees|leden)\b|voor abonnees|word (?:nu )?abonnee|(?:subscribe|sign in|register) to (?:continue|keep|read)|this (?:article|content|story) is (?:for|only available to|reserved for|exclusive to) (?:subscribers|members)|subscribers only|already a subscriber|réservé aux abonnés|nur für abonnenten|jetzt weiterlesen|mit .{0,20}plus weiterlesen|contenido exclusivo para suscriptores|riservato agli abbonati)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex PaywallSentence();

    [GeneratedRegex(@"(?:enable javascript|javascript (?:is )?(?:required|disabled|uitgeschakeld|nodig|aan te zetten)|requires javascript|zet javascript aan|schakel javascript in|javascript aktivieren|activer javascript)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex NeedsScript();
}
