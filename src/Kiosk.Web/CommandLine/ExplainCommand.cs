using System.CommandLine;
using System.Globalization;
using Kiosk.Ingest.Indexing;
using Kiosk.Search;
using Kiosk.Web.Searching;
using Spectre.Console;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk explain "…" ID</c>: the sum that makes an article's score for a question.</summary>
internal static class ExplainCommand
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static Command Build(SharedOptions shared)
    {
        var text = new Argument<string>("vraag") { Description = "Wat je zoekt, tussen aanhalingstekens" };
        var id = new Argument<long>("nummer") { Description = "Het nummer van het stuk, zoals in zijn adres" };
        var command = new Command("explain", "Laat zien hoe de score van een stuk bij een vraag is opgebouwd") { text, id };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            await host.Services.GetRequiredService<IndexFollower>().CatchUpAsync(progress: null, cancellation);
            await host.Services.GetRequiredService<SearchWords>().RefreshAsync(cancellation);
            var explanation = host.Services.GetRequiredService<SearchIndex>().Explain(parsed.GetValue(text)!, parsed.GetValue(id));
            if (explanation is null)
            {
                await Console.Error.WriteLineAsync($"Er is geen stuk met nummer {parsed.GetValue(id)} in de zoekindex.");
                return 1;
            }
            var tree = new Tree(Line(explanation));
            Add(tree, explanation.Parts);
            Terminal.Output.Write(tree);
            return 0;
        });
        return command;
    }

    private static void Add(IHasTreeNodes node, IReadOnlyList<Explanation> parts)
    {
        foreach (var part in parts)
            Add(node.AddNode(Line(part)), part.Parts);
    }

    private static string Line(Explanation part) => $"[bold]{part.Value.ToString("0.000", Dutch)}[/] {Markup.Escape(part.Text)}";
}
