using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiosk.Ingest.Tests.Stories;

/// <summary>What becomes of a text at other sources, and texts that only look like it. The same at every run.</summary>
internal static partial class Variants
{
    private static readonly string[] Towns = ["Meerwoude", "Zandhoven", "Kleiburg", "Westerlo", "Hoogeind", "Brinkdam", "Veenmark", "Duinkerk"];
    private static readonly string[] Persons = ["Hofstra", "Bouzid", "Terlinden", "Aerts", "Moerman", "Celik", "Van Rooij", "Dijkgraaf"];

    private static readonly Dictionary<string, string> Synonyms = (
        "krijgen:ontvangen krijgt:ontvangt begint:start beginnen:starten blijkt:volgt vooral:met_name gemiddeld:doorgaans mensen:personen inwoners:burgers hulp:ondersteuning "
        + "schulden:betalingsproblemen geld:middelen gezin:huishouden brief:schrijven brieven:post vaak:dikwijls bijna:haast meestal:veelal direct:meteen "
        + "snel:vlot sneller:vlotter goed:prima nieuwe:recente grote:forse groot:fors klein:beperkt vraagt:verzoekt zeggen:stellen ziet:merkt zien:merken maakt:vormt "
        + "helpt:ondersteunt helpen:ondersteunen gesprek:onderhoud collega:medewerker proef:pilot onderzoek:studie rapport:verslag uitkomst:resultaat daling:afname stijging:toename "
        + "daalt:zakt steeg:groeide kosten:uitgaven regeling:afspraak bezoek:huisbezoek dezelfde:diezelfde eerste:allereerste laatste:meest_recente")
        .Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1].Replace('_', ' '));

    private const int LeastFacts = 6;

    private static readonly string[] SmallNumbers = ["", "", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

    /// <summary>The same news, as seven kinds of source bring it.</summary>
    public static IEnumerable<NewsText> SameNews(NewsText text, int seed)
    {
        var random = new Random(seed);
        var (town, person) = (Towns[seed % Towns.Length], Persons[seed % Persons.Length]);
        var middle = text.Paragraphs.Count;
        yield return text with { Source = "site-ingekort", Title = $"Nieuws: {Shorter(text.Title)}", Paragraphs = [.. text.Paragraphs.Take(Math.Max(2, middle * 3 / 5)).Select(WithoutQuotes)] };
        yield return text with { Source = "site-herschreven", Title = $"Wat je moet weten over {Shorter(text.Title).ToLowerInvariant()}", Paragraphs = [.. text.Paragraphs.Select(paragraph => Reworded(paragraph, random))] };
        yield return text with { Source = "site-sjabloon", Paragraphs = ["Home Nieuws Deel dit bericht via mail of WhatsApp", .. text.Paragraphs, .. Footer] };
        yield return text with { Source = "site-update", Title = $"Update: {text.Title}", Paragraphs = [Updated(text.Paragraphs[0]), .. text.Paragraphs.Skip(1), "Dit bericht is aangevuld met een reactie. De cliëntenraad noemt de ontwikkeling belangrijk en wil er snel over doorpraten."] };
        yield return text with { Source = "site-fragment", Paragraphs = [Opening(text.Body, 75) + " … Lees verder"] };
        yield return text with
        {
            Source = "site-lokaal",
            Title = $"{town} volgt met belangstelling",
            Paragraphs = [$"Ook in {town} leeft dit onderwerp. Wethouder {person} reageert op het nieuws dat eerder deze week naar buiten kwam en legt uit wat we er hier van merken.", .. text.Paragraphs.Take(Math.Max(2, middle / 2)), $"Wethouder {person}: “Wij herkennen dit beeld en komen na de zomer met een eigen voorstel aan de raad.”"],
        };
        yield return text with { Source = "site-geschud", Title = "Uitgelicht door de redactie", Paragraphs = [.. Sentences(text.Body).Where((_, at) => at % 4 != 3).Chunk(2).OrderBy(_ => random.Next()).Select(pair => string.Join(' ', pair))] };
    }

    /// <summary>The same text with other figures and names throughout: other news in the same words. Null for a text that has hardly any: it would be the same.</summary>
    public static NewsText? Template(NewsText text, int seed)
    {
        if (text.Paragraphs.Sum(paragraph => Digits().Count(paragraph) + NameInside().Count(paragraph)) < LeastFacts)
            return null;

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        string Other(string name) => names.TryGetValue(name, out var known) ? known : names[name] = (names.Count % 2 == 0 ? Towns : Persons)[(seed + names.Count) % Towns.Length];
        return text with
        {
            News = text.News + "/sjabloon",
            Source = "site-elders",
            Title = Refilled(text.Title, Other, seed),
            Paragraphs = [.. text.Paragraphs.Select(paragraph => Refilled(paragraph, Other, seed))],
        };
    }

    /// <summary>Five pieces of news in a survey of the week: none of the five.</summary>
    public static NewsText Survey(IReadOnlyList<NewsText> texts, int week) => new(
        $"overzicht-{week}", "overzicht", $"Het nieuws van week {week}",
        [.. texts.Select(text => $"{text.Title}. {Opening(string.Join(' ', text.Paragraphs.Skip(1)), 30)}. Lees meer op de site.")]);

    /// <summary>A weekly notice that is the same every week but for the headlines it names.</summary>
    public static NewsText Weekly(IReadOnlyList<NewsText> texts, int week) => new(
        $"weekbericht-{week}", "site-sjabloon", $"Weekbericht {week}",
        ["Welkom bij het weekbericht van het team schuldhulp. Hieronder lees je wat er deze week speelde, welke afspraken er zijn gemaakt en wie er afwezig is.",
            $"Dit viel ons op: {string.Join("; ", texts.Select(text => text.Title))}.", .. Footer]);

    private static string[] Footer =>
    [
        "Over ons: wij zijn het kennisplatform voor iedereen die werkt met mensen met schulden. Elke week brengen wij nieuws, achtergronden en praktijkverhalen. Het platform wordt mogelijk gemaakt door 34 organisaties in het sociaal domein.",
        "Wil je niets missen? Meld je aan voor de nieuwsbrief, volg ons op LinkedIn of stuur een bericht naar de redactie. Overname van dit bericht is toegestaan met bronvermelding.",
    ];

    private static string Shorter(string title) => string.Join(' ', title.Split(' ').Take(5)).TrimEnd(',', ':', '.');

    private static string Opening(string text, int words) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(words));

    private static string WithoutQuotes(string paragraph) =>
        string.Join(' ', Sentences(paragraph).Where((sentence, at) => at == 0 || !sentence.Contains('“', StringComparison.Ordinal)));

    private static string Updated(string paragraph) => Digits().Replace(paragraph, match => (int.Parse(match.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture), 1);

    private static string Reworded(string paragraph, Random random) =>
        Word().Replace(paragraph.Replace(" procent", "%", StringComparison.Ordinal), match => Amount(match.Value) ?? (Synonyms.TryGetValue(match.Value, out var other) && random.Next(4) > 0 ? other : match.Value));

    /// <summary>"9" becomes "negen" and the other way about.</summary>
    private static string? Amount(string word) =>
        word.Length <= 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 and < 13 ? SmallNumbers[number]
        : word.Length > 2 && Array.IndexOf(SmallNumbers, word) is var at and > 1 ? at.ToString(CultureInfo.InvariantCulture) : null;

    private static string Refilled(string text, Func<string, string> other, int seed) => NameInside().Replace(
        Word().Replace(Digits().Replace(text, match => Shifted(match.Value, seed)), match =>
            Array.IndexOf(SmallNumbers, match.Value) is var at and > 1 ? SmallNumbers[2 + ((at - 2 + 1 + (seed % 9)) % 11)] : match.Value),
        match => other(match.Value));

    private static string Shifted(string digits, int seed)
    {
        var other = (long.Parse(digits, CultureInfo.InvariantCulture) + 3 + (seed % 5)).ToString(new string('0', digits.Length), CultureInfo.InvariantCulture);
        return other[^digits.Length..];
    }

    private static string[] Sentences(string text) => SentenceEnd().Split(text);

    [GeneratedRegex(@"\d{1,9}", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[\p{L}\d]+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[\p{Ll},] )\p{Lu}\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex NameInside();

    [GeneratedRegex(@"(?<=[.!?]”?)\s+", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();
}
