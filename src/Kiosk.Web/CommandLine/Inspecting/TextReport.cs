using System.Globalization;
using Kiosk.Search.Analysis;
using Spectre.Console;

namespace Kiosk.Web.CommandLine.Inspecting;

/// <summary>Shows people by which terms a text is found, in the order of its words, and why.</summary>
internal static class TextReport
{
    public static void Show(string text)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("plaats", "in de tekst", "zoekterm", "soort", "waarom");
        foreach (var token in DutchAnalyzer.Analyze(text, AnalysisFilters.All).OrderBy(token => token.Position))
        {
            var written = text.Substring(token.Start, token.Length);
            var (kind, why) = Reason(token, written);
            table.AddRow([.. new[] { token.Position.ToString(CultureInfo.InvariantCulture), written, token.Text, kind, why }.Select(Markup.Escape)]);
        }
        Terminal.Output.Write(table);
    }

    private static (string Kind, string Why) Reason(Token token, string written) => token switch
    {
        { Kind: TokenKind.Synonym } => ("verwijzing", "één schrijfwijze voor wet, uitspraak, kamerstuk of bedrag"),
        { IsBeside: true } => ("deel", "deel van een samenstelling; telt minder dan het hele woord"),
        { IsWhole: true } => ("woord", "met streepje geschreven; is ook aaneen te vinden"),
        { IsStopWord: true } => ("kleine woord", "telt alleen tussen aanhalingstekens"),
        _ when token.Text == written => ("woord", ""),
        _ when token.Text == token.Form => ("woord", "zonder hoofdletters en accenten"),
        _ => ("woord", "stam: vindt ook andere vormen van het woord"),
    };
}
