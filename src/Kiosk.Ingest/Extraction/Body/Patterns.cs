using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>What sites call the parts of their pages. All patterns read <see cref="ElementWords"/>.</summary>
internal static partial class Patterns
{
    /// <summary>The element that holds the text of the article and little else.</summary>
    public static bool IsBody(IElement element, string words) =>
        element.LocalName is not ("body" or "html")
        && (element.GetAttribute("itemprop")?.Contains("articleBody", StringComparison.OrdinalIgnoreCase) == true || BodyName().IsMatch(words));

    /// <summary>An element whose classes say things about the article as a whole (its tags, its author), not about the element.</summary>
    public static bool IsWhole(IElement element, string words) =>
        element.LocalName is "html" or "body" or "main" || element.LocalName == "article" && element.ParentElement?.Closest("article") is null || words.Contains(" hentry ", StringComparison.Ordinal)
        || words.Contains(" status publish ", StringComparison.Ordinal);

    [GeneratedRegex(@" (?:(?:article|artikel|post|entry|story|news|nieuws|blog|articolo|noticia|beitrag|meldung) (?:body|text|content|contents|copy|tekst|inhoud|inhalt|fulltext|main|maintext|corpo|cuerpo)"
        + "|articlebody|articletext|articlecontent|postcontent|postbody|entrycontent|storybody|storytext|storycontent|artikelbody|artikeltext|artikelinhalt|maintext"
        + "|field name body|field body|field field body|body copy|bodytext|fulltext|wysiwyg|prose) ",
        RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex BodyName();

    /// <summary>A paragraph that opens the article, often outside its body.</summary>
    [GeneratedRegex(" (?:intro|introtext|introduction|introductie|inleiding|lead|lede|leadtext|lead text|standfirst|chapo|chapeau|vorspann|anrisstext|einleitung|samenvatting|summary"
        + "|excerpt|dek|deck|abstract|kicker text|subhead|subheadline|sottotitolo|sommario|entradilla|ingress|manchet|preamble|perex|zajawka|opener) ",
        RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex Lead();

    /// <summary>What readers wrote under an article.</summary>
    [GeneratedRegex(" (?<! (?:has|no|with|without) )(?:comments|commentlist|comment (?:list|body|content|text|form|area|section|thread|threads|wrapper|item|stream)|commentaires|comentarios|commenti|reacties|kommentare|kommentarbereich|disqus|respond|nocomments) ",
        RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex Comments();

    /// <summary>Parts of a page that are no part of an article, on every site.</summary>
    [GeneratedRegex(" (?<! (?:has|no|with|without) )(?:nav|navbar|navi|navigation|navigatie|subnav|sitenav|breadcrumbs?|bread crumbs?|kruimelpad|krumel|brotkrume|menu|submenu|megamenu"
        + "|cookies?|cookiebar|cookiebanner|cookiewall|gdpr|consent|cmp"
        + "|footer|footnav|colophon|sitefooter|pagefooter|skip link|skiplinks?|skip to content|pagination|pager|pagenav|paginering|wp pagenavi"
        + "|visually hidden|visuallyhidden|sr only|screen reader text|screenreader|element invisible|noprint|no print|dont print|hide print"
        + "|outbrain|taboola|ligatus|plista|criteo|dianomi|zergnet|revcontent|teads|doubleclick|dfp|gpt|adsbygoogle|advert|adverts|advertisement|advertisements|advertising|advertentie|advertenties"
        + "|anzeige|anzeigen|werbung|publicite|pubblicita|publicidad|reklama|reklame|annons|adslot|ad slot|adunit|ad unit|ad container|ad wrapper|adbox|adcontainer|ads|ad|sponsored|sponsor|sponsors) ",
        RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex NeverArticle();

    /// <summary>Hidden by a class of that name alone, on every screen: "overflow-hidden" hides nothing, "hidden md:block" only on telephones.</summary>
    [GeneratedRegex(@"(?:^|\|) (?:hidden|hide|is hidden|d none) \|(?!.* (?:xs|sm|md|lg|xl|print) (?:block|flex|grid|inline|contents|table))", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex Hidden();

    /// <summary>Parts that stand around an article and often inside it.</summary>
    [GeneratedRegex(" (?<! (?:has|no|with|without) )(?:related\\w*|verwandt\\w*|gerelateerd\\w*|relacionad\\w*|correlat\\w*|recommend\\w*|aanbevolen|aanraders?|empfehlung\\w*|empfohlen|leesook|lees ook|lees meer|leesmeer|readmore|read more|read also|also read|read next|lire aussi|leggi anche"
        + "|see also|more (?:news|stories|from|articles|on|links|posts)|meer (?:nieuws|over|artikelen|lezen)|mehr zum|more like|you may|you might|up next|next up|trending|popular|populair|most read|mostread|meistgelesen|best gelezen|latest (?:news|posts|articles)|recent posts|laatste nieuws"
        + "|share\\w*|sharing\\w*|sharebar|sharedaddy|social\\w*|shariff|addtoany|addthis|a2a|ssba|heateor|delen|teilen|partage\\w*|condividi|compartir|dela"
        + "|newsletter\\w*|nieuwsbrief\\w*|mailchimp|mc embed|subscri\\w*|abonneer\\w*|abonnieren|signup|sign up|optin|opt in|aanmelden|inschrijven|mailinglist|mailpoet|paywall|regwall|piano|donate|donation|doneer|steady"
        + "|sidebar\\w*|side bar|aside|rightcol|right column|rail|right rail|marginal|marginalspalte"
        + "|tags|taglist|tag list|tag links|tagcloud|article tags|post tags|entry tags|keywords|topics list|article topics|categories|cat links|post categories|labels|trefwoorden|schlagworte|onderwerpen"
        + "|author (?:box|bio|info|card|block|about|description|profile|details|section)|about author|about the author|authorbox|authorbio|bio|biography|over de auteur|post author|vcard|autorenbox|autorinfo"
        + "|byline\\w*|by line|dateline|timestamp|publish date|pubdate|published|postmeta|post meta|entry meta|entry footer|entry utility|article meta|article info|articleinfo|article details|article header meta|meta data|metadata|metabar|posted on|post info|postinfo|post date|date line|read(?:ing)? time|leestijd|lesezeit"
        + "|post (?:navigation|nav|pagination|footer|bottom|links|actions)|article (?:footer|navigation|actions|tools|bottom|links|sidebar|aside|related|share|toolbar|service)|nextpost|next post|prev post|previous post|nav links|toolbar|tool bar|action bar"
        + "|meta (?:dates?|authors?|container|info|block)|reactions|abonnement|abonnements|video player|videoplayer|media player|mediaplayer|gallery|galleries|slideshow|carousel|swiper|teasers?|teaserlist|teaser box|cardlist|promo\\w*|promotions?|call to action|cta|widget area|widgets|widgettitle|poll|quiz|rating\\w*|stars|votes?|voting|like button|jp relatedposts|yarpp|wp block latest posts"
        + "|print(?:er)?(?: link| button| friendly|friendly)|email link|audioplayer|audio player|readspeaker|read speaker|voorlezen|feedback|was this helpful|popup|modal|overlay|lightbox|toc|table of contents|inhaltsverzeichnis|inhoudsopgave|ez toc container|copyright|disclaimer|license) ",
        RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex AroundArticle();

    /// <summary>A film or a recording.</summary>
    [GeneratedRegex(" (?:video|videos|player|audio|podcast|media) ", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex Player();

    /// <summary>A row of pictures with what is said of each, or of other articles with their openings.</summary>
    [GeneratedRegex(@" (?:gallery|galleries|slideshow|carousel|swiper|related\w*|recommend\w*|recirculation) ", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex Collection();

    /// <summary>The credit or the description of a picture.</summary>
    [GeneratedRegex(" (?:caption|captions|wp caption text|figcaption|bildunterschrift|bildtext|bijschrift|fotobijschrift|legende|image (?:caption|credit|source|copyright)|photo credit|credit|credits|fotocredit|bildnachweis|bildquelle|picture credit) ",
        RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex Caption();

    /// <summary>How a line begins that leads to another text.</summary>
    [GeneratedRegex(@"^\W*(?:lees (?:ook|meer|verder|hier|het hele|de hele)|bekijk ook|kijk ook|luister ook|zie ook|meer (?:over|lezen|weten|nieuws|informatie)\b|gerelateerd|ook interessant|read (?:more|also|next|the full)|also read|see also|related\b|more (?:on|from|about)\b|recommended|you may also|don'?t miss|continue reading"
        + @"|mehr zum thema|mehr dazu|lesen sie auch|lies auch|das könnte|auch interessant|siehe auch|weiterlesen|à lire aussi|lire aussi|a lire|voir aussi|sur le même|leggi anche|per approfondire|lea también|lee también|te puede interesar|leia também|veja também|läs också|läs mer|läs även|les også|læs også|czytaj (?:też|także|również)|zobacz (?:też|także))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex LeadsAway();

    /// <summary>Whole short lines that belong to the site and not to the text.</summary>
    [GeneratedRegex(@"^\W*(?:advertenties?|advertisements?|advertising|ads?|anzeige|werbung|publicité|pubblicità|publicidad|annons|reklama|share(?: this)?(?: (?:article|post|story|page|on \w+))?|deel(?: dit(?: artikel| bericht)?)?|delen|teilen|partager|condividi|compartir|tweet|facebook|twitter|linkedin|whatsapp|e-?mail|print|pin it|like|loading\.*|laden\.*|scroll (?:down|to continue).*"
        + @"|sign up (?:for|to) .{0,120}|subscribe(?: (?:to|now|for)\b.{0,120})?|schrijf je in voor .{0,120}|abonneer je .{0,120}|meld je aan voor .{0,120}|(?:ontvang|meld u aan voor) .{0,60}nieuwsbrief.{0,60}|newsletter|nieuwsbrief|follow us.{0,60}|volg ons.{0,60}|folgen sie uns.{0,60}|(?:©|copyright).{0,100}|all rights reserved.{0,40}|alle rechten voorbehouden.{0,40}|tags?|trefwoorden|schlagworte|topics|onderwerpen|reacties|comments?|leave a (?:comment|reply)|reageer|geef een reactie|no comments|terug naar boven|back to top|nach oben|naar boven"
        + @"|(?:gepubliceerd|geplaatst|bijgewerkt|laatst gewijzigd|publi[ée]e?|mis à jour|modifié|published|posted|updated|last (?:updated|modified)|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato|publicerad|uppdaterad|opublikowano)\W+(?:\p{L}+\W+){0,3}[0-9].{0,80}"
        + @"|(?:heb je een (?:nieuws)?tip|heb je (?:vragen|opmerkingen) over dit artikel|fout gezien|do you have a (?:story|tip)|got a (?:story|tip)|haben sie (?:einen hinweis|fehler)|fehler gefunden|vous avez repéré une erreur|hai notato un errore).{0,180}|abonnez-vous.{0,160}|inscrivez-vous.{0,160}|apúntate.{0,160}|suscríbete.{0,160}|iscriviti.{0,160}|jetzt abonnieren.{0,120}|newsletter abonnieren.{0,120}|privacy notice: .{0,220}|© riproduzione riservata|riproduzione riservata"
        + @"|(?:foto|photo|beeld|bild|bildquelle|image|credit)s?\s*:.{0,100}|jouw browser .{0,120}|your browser does not support.{0,120}|[0-9]+ (?:shares?|comments?|reacties|kommentare)|(?:leestijd|reading time|lesezeit|lesedauer|[0-9]+ min(?:ute)?s? read|[0-9]+ min\.? leestijd).{0,30})\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex SiteLine();
}
