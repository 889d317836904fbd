using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>Makes names out of bylines: "Door Fenna de Wit en Joris Bos, redacteur" names two people.</summary>
internal static partial class AuthorNames
{
    private const int MostNames = 20;
    private const int LongestName = 80;
    private const int MostWords = 7;

    private static readonly char[] Bars = ['|', ';', '/'];

    /// <summary>The names, each once; empty if nothing in the texts can be one.</summary>
    /// <param name="texts">Bylines or names; may hold nulls.</param>
    /// <param name="site">The name of the site, which is no author.</param>
    public static IReadOnlyList<string> Read(IEnumerable<string?> texts, string? site) =>
        [.. texts.Select(static text => PlainText.Line(text, 1_000)).OfType<string>().SelectMany(Split).Select(Tidy).OfType<string>()
            .Where(name => !string.Equals(name, site, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNames)];

    /// <summary>Whether a few words say what somebody does: "Money reporter".</summary>
    public static bool IsFunction(string text) => Function().IsMatch(text.Trim());

    /// <summary>Whether a text says no more than that an author follows: "Auteur(s):".</summary>
    public static bool IsLabel(string text) => text.Length < LongestName && Label().IsMatch(text);

    public static bool OpensByline(string text) => Opening().IsMatch(text.Trim());

    private static IEnumerable<string> Split(string text)
    {
        text = Opening().Replace(text, "");
        text = Ending().Replace(text, "");
        // "Wit, Fenna de" is one name turned round, as libraries write it.
        var turned = Turned().Match(text);
        if (turned.Success)
            return [$"{turned.Groups["first"].Value} {turned.Groups["last"].Value}"];
        return Organisation().IsMatch(text) ? text.Split(Bars) : Between().Split(text);
    }

    private static string? Tidy(string text)
    {
        var name = Opening().Replace(Aside().Replace(text, " "), "").Trim(' ', ',', '.', '-', '|', ':', ';', '\u2013', '\u2014', '@', '/', '*', '"');
        name = Signs().Replace(name, "");
        name = PlainText.Line(name, LongestName * 2) ?? "";
        var words = name.Split(' ');
        var isName = name.Length is >= 2 and <= LongestName && words.Length <= MostWords && char.IsLetter(name[0]) && !name.Any(char.IsDigit)
            && !name.Contains('@', StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal) && !name.Contains('{', StringComparison.Ordinal)
            && (words.Length > 1 || char.IsUpper(name[0]) || !char.IsAsciiLetter(name[0])) && words.Any(static word => !char.IsLower(word[0]));
        return isName && !Nobody().IsMatch(name) && !(words.Length == 1 && name.Length > 3 && MonthNames.Of(WrittenDays.Fold(name), language: null) > 0) ? name : null;
    }

    [GeneratedRegex(@"^\W*(?:auteurs?|auteur\(s\)|authors?|autor(?:en|in)?|geschreven door|written by|tekst)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\W*(?:door|by|von|par|por|di|de door|tekst(?: en beeld)?|text|auteurs?|auteur\(s\)|author\(s\)|authors?|autor(?:en|in|es)?|geschreven door|ingediend door|toegevoegd door|written by|posted by|published by|geplaatst door|gepubliceerd door|reporting by|story by|af|av|skriven av|texto|testo|texte)(?:\s*:\s*|\s+)(?!\s*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:\s[|\u2013\u2014\u00b7\u2022-]\s|\s+(?:op(?!\s+(?:de|den|der|het)\b)|on|am|at|(?:le|il)(?=\s+[0-9])|gepubliceerd|geplaatst|published|posted|updated|bijgewerkt|laatst|foto|photo|beeld|illustratie|edited by|is|werkt|schrijft|for|from)\s*:?\s|[\s,]*[0-9]|\s+(?:editor|reporter|correspondent|columnist|writer|redakteur(?:in)?|redacteur|verslaggever|journaliste?)\b|\s(?:jan|feb|maa?r|apr|may|mei|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}{0,7}\.?\s[0-9]).*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?:[\p{L}\-]{1,30}\s){0,3}(?:editor|reporter|correspondent|columnist|writer|redakteur(?:in)?|redacteur|verslaggever|journaliste?|redaktør|reporterin)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Function();

    [GeneratedRegex(@"^(?<last>\p{Lu}[\p{L}'\-]+),\s(?<first>\p{Lu}[\p{L}.\-]*(?:\s(?:\p{Lu}\.|van|de|den|der|von|la|du|\p{Lu}[\p{L}\-]+))*)$", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Turned();

    /// <summary>"Ministerie van Onderwijs, Cultuur en Wetenschap" is one.</summary>
    [GeneratedRegex(@"^\s*(?:het |de |the |das |le )?(?:ministerie|gemeente|provincie|stichting|vereniging|bureau|instituut|raad|commissie|dienst|autoriteit|inspectie|hogeschool|universiteit|centrum|kenniscentrum|expertisecentrum|nationa(?:le|al)|ministry|department|office|university|institute|council|committee|bundesministerium|ministère)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Organisation();

    [GeneratedRegex(@"\s*(?:,|;|\||/|&|\u00b7|\u2022)\s*|\s+(?:en|and|und|et|y|e|og|och|i|with|met|mit)\s+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?:[^\p{L}\p{M}.'’)\]]|[\uFE0F\u200D])+$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft, Patience.Milliseconds)]
    private static partial Regex Signs();

    [GeneratedRegex(@"\([^)]{0,200}\)|https?://\S+|\S+@\S+\.\S+|(?<=\s)@\w+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Aside();

    [GeneratedRegex(@"^(?:de |the |die |la )?(?:(?:\w+ ?)?redactie|redaktion|redazione|r[ée]daction|redacci[oó]n|redaksjonen?|admin\w*|beheerder|webmaster|editors?|editorial(?: (?:team|staff|board))?|staff(?: (?:writer|reporter))?|news(?:room| desk|desk)?|onze (?:redactie|verslaggever|correspondent)|van onze .*|from our .*|anon(?:iem|ymous)|unknown|onbekend|guest|gast|auteur|author|autor|null|undefined|none|n/?a|user|test|root|default|redacteur|verslaggever|correspondent|journalist|reporter|redakteur|freelance\w*|contributors?|press release|persbericht|communicatie|facebook|twitter|read more|lees meer|follow|share|home|more|less|view all|bio|profile|by|door|von|par|tekst)$|^(?:redact|redakt|hoofdredact|verslaggev|correspond|politiek|economie|chef|adviseur|onderzoeker|senior|medewerker|journalist|reporter|editor\b|staff\b|columnist)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Nobody();
}
