using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>Says in Dutch what came instead of what was asked, and what that means.</summary>
internal static class AnswerProblems
{
    public const string Empty = "De bron gaf een leeg antwoord. Er is niets te lezen; de volgende keer proberen we het opnieuw.";
    public const string BrokenArchive = "Dit is een ingepakt bestand (gzip) dat niet heel is aangekomen. De volgende keer proberen we het opnieuw.";
    public const string TooSlow = "Dit antwoord lezen duurde te lang. De volgende keer proberen we het opnieuw.";
    public const string Attack = "Dit antwoord bevat tekst die zichzelf eindeloos vermenigvuldigt. Dat is een bekende aanval, dus we lezen het niet.";
    public const string TooLargePage = "Deze pagina zit te diep of te groot in elkaar om te lezen. Kies een kleinere lijstpagina als adres.";

    public const string CutShort = "Het antwoord is halverwege afgebroken; alleen het eerste deel is gelezen.";
    public const string Repaired = "Het antwoord bevat fouten in de XML en is zo goed mogelijk hersteld.";
    public const string TooDeep = "Delen die te diep in elkaar zitten zijn overgeslagen.";
    public const string TooLong = "Het antwoord is erg lang: alleen het eerste deel is gelezen.";

    /// <param name="wanted">With its article, as in "geen sitemap": what the source should have given.</param>
    /// <param name="text">What came.</param>
    /// <param name="root">The name of its outermost element; null if there is none.</param>
    public static string Instead(string wanted, string text, string? root)
    {
        if (NotAFeed.IsWebPage(text))
            return $"Dit is een webpagina, geen {wanted}. Controleer of het adres van de bron klopt.";
        return root switch
        {
            null when text[0] is '{' or '[' => $"Dit is JSON, maar geen {wanted}. Controleer of het adres van de bron klopt.",
            null => $"Dit is geen {wanted}. Controleer of het adres van de bron klopt.",
            "rss" or "rdf" or "feed" => $"Dit is een feed, geen {wanted}. Zet het formaat van deze bron op 'feed'.",
            "urlset" or "sitemapindex" => $"Dit is een sitemap, geen {wanted}. Zet het formaat van deze bron op 'sitemap'.",
            "oai-pmh" => $"Dit is een antwoord van een OAI-PMH-archief, geen {wanted}. Zet het formaat van deze bron op 'oai-pmh'.",
            _ => $"Dit is XML, maar geen {wanted} (het begint met '{Short(root)}'). Controleer of het adres van de bron klopt.",
        };
    }

    public static string? Limits(TreeBuilder builder) => Remarks.Join(builder.IsFull ? TooLong : null, builder.HasTooDeep ? TooDeep : null);

    /// <summary>Text of others inside a sentence of ours.</summary>
    public static string Short(string text) => text.Length > 80 ? text[..79] + "…" : text;
}
