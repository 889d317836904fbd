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

    /// <summary>Whether an element is called what is no part of an article, on every site.</summary>
    public static bool IsNever(string words) => NeverArticle().IsMatch(words) || Consent().IsMatch(words);

    /// <summary>The paragraph that the markup calls what the article is about.</summary>
    public static bool IsDescription(IElement element) => element.GetAttribute("itemprop") == "description";

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

    /// <summary>One reaction, where that is all an element is called.</summary>
    [GeneratedRegex(@"(?:^|\|) (?:comment|reactie|kommentar|commentaire|comentario) \|", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex Comment();

    /// <summary>Menus, but for those with running text in them.</summary>
    [GeneratedRegex(" (?<! (?:has|no|with|without) )(?:nav|navbar|navi|navigation|navigatie|subnav|sitenav|menu|submenu|megamenu) ", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex Navigation();

    /// <summary>What asks for consent, by its own name or by that of the program that asks.</summary>
    [GeneratedRegex(@" (?<! (?:has|no|with|without) )(?:\w*cookie\w*|gdpr|consent|cmp|cmplz|onetrust|optanon|usercentrics|didomi|qc cmp\d?|truste|klaro|borlabs|iubenda|tarteaucitron|osano|cky|cc (?:window|banner)) ", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex Consent();

    /// <summary>Parts of a page that are no part of an article, on every site.</summary>
    [GeneratedRegex(" (?<! (?:has|no|with|without) )(?:breadcrumbs?|bread crumbs?|kruimelpad|kruimels|krumel|brotkrume"
        + "|footer|footnav|colophon|sitefooter|pagefooter|skip link|skiplinks?|skip to content|pagination|pager|pagenav|paginering|wp pagenavi"
        + "|visually hidden|visuallyhidden|sr only|screen reader text|screenreader|element invisible|noprint|no print|dont print|hide print"
        + "|outbrain|taboola|ligatus|plista|criteo|dianomi|zergnet|revcontent|teads|doubleclick|dfp|gpt|adsbygoogle|advert|adverts|advertisement|advertisements|advertising|advertentie|advertenties"
        + "|anzeige|anzeigen|werbung|publicite|pubblicita|publicidad|reklama|reklame|annons|adslot|ad slot|adunit|ad unit|ad container|ad wrapper|adbox|adcontainer|ads|ad|sponsored|sponsor|sponsors) ",
        RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex NeverArticle();

    /// <summary>Hidden by a class of that name alone, on every screen: "overflow-hidden" hides nothing, "hidden md:block" only on telephones.</summary>
    [GeneratedRegex(@"(?:^|\|) (?:hidden|hide|is hidden|d none) \|(?!.* (?:xs|sm|md|lg|xl|print) (?:block|flex|grid|inline|contents|table))", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex Hidden();

    /// <summary>Parts that stand around an article and often inside it.</summary>
    [GeneratedRegex(" (?<! (?:has|no|with|without) )(?:related\\w*|verwandt\\w*|gerelateerd\\w*|relacionad\\w*|correlat\\w*|recommend\\w*|aanbevolen|aanraders?|empfehlung\\w*|empfohlen|leesook|lees ook|lees meer|leesmeer|readmore|read more|read also|also read|read next|lire aussi|leggi anche"
        + "|see also|more (?:news|stories|from|articles|on|links|posts)|meer (?:nieuws|over|artikelen|lezen)|mehr zum|more like|you may|you might|up next|next up|trending|popular|populair|most read|mostread|meistgelesen|best gelezen|latest (?:news|posts|articles)|recent posts|laatste nieuws"
        + "|share\\w*|sharing\\w*|sharebar|sharedaddy|deel (?:knop|knoppen|buttons?|opties|balk|links|via|icons?)|social\\w*|shariff|addtoany|addthis|a2a|ssba|heateor|delen|teilen|partage\\w*|condividi|compartir|dela"
        + "|newsletter\\w*|nieuwsbrief\\w*|mailchimp|mc embed|subscri\\w*|abonneer\\w*|abonnieren|signup|sign up|optin|opt in|aanmelden|inschrijven|mailinglist|mailpoet|paywall|regwall|piano|donate|donation|doneer|steady"
        + "|sidebar\\w*|side bar|(?:layout|content|page) side|side column|sidecol\\w*|(?<=(?:^|\\|) )secondary(?= \\|)|aside|rightcol|right column|rail|right rail|marginal|marginalspalte"
        + "|tags|taglist|tag list|tag links|tagcloud|article tags|post tags|entry tags|keywords|topics list|article topics|categories|cat links|post categories|labels|trefwoorden|schlagworte|onderwerpen"
        + "|author (?:box|bio|info|card|block|about|description|profile|details|section)|about author|about the author|authorbox|authorbio|bio|biography|over de auteur|post author|vcard|autorenbox|autorinfo"
        + "|byline\\w*|by line|dateline|timestamp|publish date|pubdate|published|postmeta|post meta|entry meta|entry footer|entry utility|article meta|article info|articleinfo|article details|article header meta|meta data|metadata|metabar|posted on|post info|postinfo|post date|date line|read(?:ing)? time|leestijd|lesezeit"
        + "|post (?:navigation|nav|pagination|footer|bottom|links|actions)|article (?:footer|navigation|actions|tools|bottom|links|sidebar|aside|related|share|toolbar|service)|nextpost|next post|prev post|previous post|nav links|toolbar|tool bar|action bar"
        + "|meta (?:dates?|authors?|container|info|block)|reactions|abonnement|abonnements|video player|videoplayer|media player|mediaplayer|gallery|galleries|slideshow|carousel|swiper|teasers?|teaserlist|teaser box|cardlist|promo\\w*|promotions?|call to action|cta|widget area|widgets|widgettitle|poll|quiz|rating\\w*|stars|votes?|voting|like button|jp relatedposts|yarpp|wp block latest posts"
        + "|print(?:er)?(?: link| button| friendly|friendly)|email link|audioplayer|audio player|readspeaker|read speaker|voorlezen|feedback|was this helpful|(?:embed|services?|consent) placeholder|gform|wpcf7|wpforms|nf form|hs form|popup|modal|overlay|lightbox|toc|table of contents|inhaltsverzeichnis|inhoudsopgave|ez toc container|copyright|disclaimer|license) ",
        RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex AroundArticle();

    /// <summary>What stands over a piece of text, on sites that make their headings of anything.</summary>
    [GeneratedRegex(" (?:title|titel|heading|headline|subtitle|kop|tussenkop|kopje) ", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex Heading();

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
    [GeneratedRegex(@"^\W*(?:lees (?:ook|meer|verder|hier|het hele|de hele)|bekijk ook|kijk ook|luister ook|zie ook|meer (?:over|lezen|weten|nieuws|informatie)\b|(?:ander|overig|recent|laatste) nieuws|(?:andere|overige|recente|laatste|vergelijkbare) (?:artikelen|berichten|nieuwsberichten)|gerelateerde?|ook interessant|read (?:more|also|next|the full)|also read|see also|related\b|more (?:on|from|about)\b|recommended|you may also|don'?t miss|continue reading"
        + @"|mehr zum thema|mehr dazu|(?:ähnliche|verwandte|weitere|beliebte(?:ste)?|neueste|meistgelesene) (?:beiträge|artikel|themen|nachrichten|meldungen)|die redaktion empfiehlt|schon gelesen|lust auf mehr|diese artikel könnten|articles? (?:liés|similaires)|artículos relacionados|articoli correlati|lesen sie auch|lies auch|das könnte|auch interessant|siehe auch|weiterlesen|à lire aussi|lire aussi|a lire|voir aussi|sur le même|leggi anche|per approfondire|lea también|lee también|te puede interesar|leia também|veja também|läs också|läs mer|läs även|les også|læs også|czytaj (?:też|także|również)|zobacz (?:też|także))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex LeadsAway();

    /// <summary>How a line of links begins that leads about the site: back, on, to what bears the same label.</summary>
    [GeneratedRegex(@"^\W*(?:(?:ga )?terug(?: naar\b|\W*$)|(?:naar|bekijk) (?:het |alle |ons )?(?:nieuws|overzicht|agenda|berichten|artikelen)|(?:volgende|vorige|next|previous) (?:pagina|page|artikel|article|bericht|post|nieuws|blog)|back to\b|zurück (?:zu|zum|zur)\b|retour (?:à|au|aux)\b|(?:dieser|diese) (?:eintrag|beitrag) wurde\b|this entry was posted\b|dit bericht (?:is geplaatst|werd geplaatst)\b"
        + @"|(?:trefwoorden|tags?|categorie(?:ën|en)?|onderwerp(?:en)?|thema(?:'s|s)?|rubriek(?:en)?|labels?|dossiers?|filed under|posted in|geplaatst in|schlagw[oö]rte?r?|kategorien?|getaggt mit|verschlagwortet mit|stichw[oö]rte?r?|mots[- ]clés|catégories?|etiquetas|keywords|topics)\s*:)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex LeadsAbout();

    /// <summary>What stands where a film or a map would be, had the reader agreed to cookies.</summary>
    [GeneratedRegex(@"^(?=.{0,200}\bcookie|.{0,200}cookies\b)(?=.{0,200}(?:accept|toesta|toestem|akkoord|instelling|settings|zustimm|akzept))(?=.{0,200}\b(?:video|inhoud|content|bekijken|zien|tonen|getoond|kaart|view|see|watch|sehen|anzuzeigen)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex AsksConsent();

    /// <summary>Whole short lines that belong to the site and not to the text.</summary>
    [GeneratedRegex(@"^\W*(?:advertenties?|advertisements?|advertising|ads?|anzeige|werbung|publicité|pubblicità|publicidad|annons|reklama|share(?: this)?(?: (?:article|post|story|page|on \w+))?|deel(?: (?:dit|deze))?(?: (?:artikel|bericht|pagina|nieuws|tekst))?(?: (?:via|op|met) .{0,40})?|delen(?: (?:via|op) .{0,30})?|teilen|partager|condividi|compartir|tweet|facebook|twitter|linkedin|whatsapp|e-?mail|print(?:en)?(?: (?:deze pagina|this page|dit artikel))?|(?:pagina )?afdrukken|lees voor|voorlezen|luister naar (?:dit artikel|deze pagina)|pin it|like|loading\.*|laden\.*|scroll (?:down|to continue).*"
        + @"|sign up (?:for|to) .{0,120}|subscribe(?: (?:to|now|for)\b.{0,120})?|schrijf je in voor .{0,120}|abonneer je .{0,120}|meld je aan voor .{0,120}|(?:ontvang|meld u aan voor) .{0,60}nieuwsbrief.{0,60}|newsletter|nieuwsbrief|follow us.{0,60}|volg ons.{0,60}|folgen sie uns.{0,60}|(?:©|copyright).{0,100}|all rights reserved.{0,40}|alle rechten voorbehouden.{0,40}|tags?|trefwoorden|schlagworte|topics|onderwerpen|reacties|comments?|leave a (?:comment|reply).{0,20}|reageer|geef een reactie|(?:plaats|schrijf|laat) een reactie.{0,20}|no comments|comments (?:are )?closed.?|kommentare?(?: (?:geschlossen|deaktiviert|schreiben|verfassen|hinzufügen|hinterlassen))?|(?:schreibe?|hinterlasse) (?:einen kommentar|eine antwort).{0,20}|laisser un commentaire|deja un comentario|lascia un commento|(?:seite|artikel|beitrag|news) (?:drucken|empfehlen|teilen|weiterempfehlen):?|sharing is caring.{0,5}|themen im artikel|zur (?:übersicht|startseite)|drucken|teilen mit:?|share this:?|gefällt mir:?|like this:?|wird geladen.{0,3}|zum seitenanfang|haut de page|terug naar boven|back to top|nach oben|naar boven"
        + @"|(?:gepubliceerd|geplaatst|bijgewerkt|laatst (?:gewijzigd|bijgewerkt|aangepast)|publicatiedatum|nieuwsbericht|persbericht|publi[ée]e?|mis à jour|modifié|published|posted|updated|last (?:updated|modified)|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato|publicerad|uppdaterad|opublikowano)\W+(?:\p{L}+\W+){0,3}[0-9].{0,80}"
        + @"|(?:heb je een (?:nieuws)?tip|heb je (?:vragen|opmerkingen) over dit artikel|fout gezien|do you have a (?:story|tip)|got a (?:story|tip)|haben sie (?:einen hinweis|fehler)|fehler gefunden|vous avez repéré une erreur|hai notato un errore).{0,180}|abonnez-vous.{0,160}|inscrivez-vous.{0,160}|apúntate.{0,160}|suscríbete.{0,160}|iscriviti.{0,160}|jetzt abonnieren.{0,120}|newsletter abonnieren.{0,120}|privacy notice: .{0,220}|© riproduzione riservata|riproduzione riservata"
        + @"|(?:heeft|heb|hebt|was|is|vond|vindt|did|war|fanden)\b(?=.{0,60}\b(?:deze (?:pagina|informatie|tekst|website|uitleg)|dit (?:artikel|antwoord|bericht)|(?:u|je|jij) gevonden wat|this (?:page|article|information|answer)|what you|die(?:se[rn]?)? (?:seite|information)|(?:der|dieser|den|diesen) artikel))(?=.{0,90}\b(?:geholpen|nuttig|behulpzaam|duidelijk|zocht|zoekt|helpful|useful|looking|hilfreich|nützlich)\b).{0,140}\?"
        + @"|(?:foto|photo|beeld|bild|bildquelle|image|credit)s?\s*:.{0,100}|jouw browser .{0,120}|your browser does not support.{0,120}|[0-9]+ (?:shares?|comments?|reacties|kommentare)|(?:leestijd|reading time|lesezeit|lesedauer|[0-9]+ min(?:ute)?s? read|[0-9]+ min\.? leestijd).{0,30})\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    public static partial Regex SiteLine();
}
