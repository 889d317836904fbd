using System.Globalization;
using Kiosk.Data;
using Kiosk.Web.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Benchmarks;

/// <summary>What trying the rule of a topic costs over an archive of a given size, of which half has the topic already by an older rule.</summary>
internal static class RuleBenchmark
{
    private const int Rounds = 20;

    /// <summary>The one that most articles have.</summary>
    private const int Topic = 1;

    private static readonly string[] Rules =
    [
        SearchCorpus.CommonWord, $"{SearchCorpus.CommonWord} EN {SearchCorpus.Word(40)}", $"{SearchCorpus.Word(900)} OF {SearchCorpus.Word(1200)}* OF \"{SearchCorpus.Word(5)} {SearchCorpus.Word(9)}\"",
        $"sch* -{SearchCorpus.Word(30)}",
    ];

    public static async Task RunAsync(int count)
    {
        var directory = await BenchmarkArchive.FillAsync(count);
        await using var services = BenchmarkArchive.Open(directory);
        var factory = services.GetRequiredService<IDbContextFactory<KioskDb>>();
        using var index = await BenchmarkArchive.IndexAsync(factory, directory);
        var trial = new RuleTrial(factory, index);
        Console.WriteLine($"{"matches",10} {"new",8} {"drop",8} {"median ms",10} {"p95 ms",8} {"processor ms",13}");
        foreach (var rule in Rules)
        {
            var effect = (await trial.TryAsync(Topic, rule, CancellationToken.None))!;
            var timing = Timing.Of([rule], Rounds, asked => trial.TryAsync(Topic, asked, CancellationToken.None).GetAwaiter().GetResult(), warmUp: 3);
            Results.Note($"trying the rule ‘{rule}’", timing);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{effect.Matching.Count,10:N0} {effect.Changes.Adds.Count,8:N0} {effect.Changes.Drops.Count,8:N0} {timing}"));
        }
    }
}
