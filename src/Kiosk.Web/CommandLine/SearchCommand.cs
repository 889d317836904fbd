using System.CommandLine;
using System.Globalization;
using Kiosk.Ingest.Indexing;
using Kiosk.Search;
using Kiosk.Web.Searching;
using Spectre.Console;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk search "…"</c> for people, <c>kiosk search --jsonl</c> for programs: a question a line in, an answer a line out.</summary>
internal static class SearchCommand
{
    private const int MostHits = 100;

    public static Command Build(SharedOptions shared)
    {
        var text = new Argument<string[]>("vraag") { Description = "Wat je zoekt", Arity = ArgumentArity.ZeroOrMore };
        var limit = new Option<int>("--limit") { Description = "Hoeveel stukken ten hoogste (1 tot 100)", DefaultValueFactory = _ => 10, HelpName = "aantal" };
        var jsonl = new Option<bool>("--jsonl") { Description = "Lees per regel {\"q\": …, \"limit\": …} en antwoord per regel met JSON" };
        var command = new Command("search", "Zoek in het archief") { text, limit, jsonl };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            await host.Services.GetRequiredService<IndexFollower>().CatchUpAsync(progress: null, cancellation);
            await host.Services.GetRequiredService<SearchWords>().RefreshAsync(cancellation);
            var index = host.Services.GetRequiredService<SearchIndex>();
            if (!index.IsReady)
                await IndexBar.CatchUpAsync(host.Services, "Zoekindex opbouwen", cancellation);
            if (parsed.GetValue(jsonl))
                await JsonLines.AnswerAsync<SearchLine>((line, _) => Task.FromResult(Answer(index, line)), cancellation);
            else
                Show(index.Search(new SearchRequest { Text = string.Join(' ', parsed.GetValue(text) ?? []), Take = Math.Clamp(parsed.GetValue(limit), 1, MostHits) }));
        });
        return command;
    }

    private static object Answer(SearchIndex index, SearchLine line)
    {
        var page = index.Search(new SearchRequest { Text = line.Q ?? "", Take = Math.Clamp(line.Limit ?? 10, 1, MostHits) });
        return new
        {
            page.Total,
            Hits = page.Hits.Select(hit => new { hit.Url, Title = string.Concat(hit.Title.Select(part => part.Text)), Score = Math.Round(hit.Score, 4) }),
            page.Suggestion,
        };
    }

    private static void Show(SearchPage page)
    {
        Terminal.Output.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"[bold]{page.Total}[/] {(page.Total == 1 ? "stuk" : "stukken")}"));
        if (page.Suggestion is { } better)
            Terminal.Output.MarkupLine($"[yellow]{(page.IsCorrected ? "Gezocht op" : "Bedoelde je")} {Markup.Escape(better)}{(page.IsCorrected ? "" : "?")}[/]");
        if (page.AlsoSought.Count > 0)
            Terminal.Output.MarkupLine($"[grey]Ook gezocht naar: {Markup.Escape(string.Join(", ", page.AlsoSought.SelectMany(used => used.Others).Distinct()))}[/]");
        foreach (var note in page.Notes)
            Terminal.Output.MarkupLine($"[yellow]{Markup.Escape(note)}[/]");
        foreach (var hit in page.Hits)
        {
            Terminal.Output.WriteLine();
            Terminal.Output.MarkupLine($"[bold]{Marked(hit.Title)}[/]{(hit.Partial ? " [grey](niet alle woorden)[/]" : "")}");
            Terminal.Output.MarkupLine($"[grey]{Markup.Escape(hit.Url)}[/]");
            Terminal.Output.MarkupLine(Marked(hit.Snippet));
        }
    }

    private static string Marked(IEnumerable<TextPart> parts) =>
        string.Concat(parts.Select(part => part.Hit ? $"[black on yellow]{Markup.Escape(part.Text)}[/]" : Markup.Escape(part.Text)));

    /// <summary>One question on standard input.</summary>
    private sealed record SearchLine(string? Q, int? Limit);
}
