using System.Diagnostics;
using Kiosk.Search;

namespace Kiosk.Benchmarks;

/// <summary>
/// What each part of analysis and ranking brings: the same questions asked again with one of them left out, each in a process of its own. Over a folder
/// with documents.jsonl (<c>{url, title, text, published}</c>, as <c>kiosk import</c> reads it) and queries.jsonl (<c>{q, url}</c>: the one right answer), and over
/// the judged questions to the demo newsroom.
/// </summary>
internal static class RelevanceBenchmark
{
    private static readonly string[] Variants =
        ["", "Stems", "StopWords", "Parts", "References", "Synonyms", "LooseParts", "Sentences", "Closeness", "Recency", "Fields", "Lengths", "Rounding"];

    public static void Run(string[] args)
    {
        switch (args)
        {
            case [var folder, "without", var part]:
                if (part.Length > 0)
                    AppContext.SetSwitch(LeftOut.Prefix + part, true);
                Console.WriteLine($"| {(part.Length > 0 ? "without " + part : "all"),-19} | {AnswerSet.OfFolder(folder).Measure()} | {AnswerSet.OfNewsroom().Measure()} |");
                break;
            case [var folder]:
                Console.WriteLine("| | MRR@10 | even, odd questions | first | in the first ten | judged: nDCG@10 | MRR |\n|---|---|---|---|---|---|---|");
                foreach (var variant in Variants)
                    RunAlone(folder, variant);
                break;
            default:
                Console.WriteLine("relevance FOLDER: with documents.jsonl and queries.jsonl");
                break;
        }
    }

    private static void RunAlone(string folder, string variant)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["relevance", folder, "without", variant]))!;
        process.WaitForExit();
    }
}
