using System.Diagnostics;
using Kiosk.Search;

namespace Kiosk.Benchmarks;

/// <summary>The search index beside plain FTS5 (unicode61, bm25) on the same articles in the same run.</summary>
internal static class SearchBenchmark
{
    private const int BatchSize = 1_000;
    private const int Rounds = 40;

    public static void Run(int count)
    {
        var directory = Directory.CreateTempSubdirectory("kiosk-bench-").FullName;
        using (var index = SearchIndex.Open(Path.Combine(directory, "search.db"), "bench"))
        using (var plain = new SearchPlainFts5(Path.Combine(directory, "plain.db")))
        {
            var (mine, theirs) = Fill(index, plain, count);
            Console.WriteLine($"{count:N0} articles; index: kiosk {count / mine.TotalSeconds:N0}/s, plain {count / theirs.TotalSeconds:N0}/s");
            Console.WriteLine($"size: kiosk {Megabytes(directory, "search.db"):N0} MB, plain {Megabytes(directory, "plain.db"):N0} MB");
            Console.WriteLine($"{"",-34} {"matches",9} {"kiosk p50",10} {"p95",8} {"plain p50",10} {"p95",8}  (ms, top 20; kiosk with total and snippets)");
            Compare("a word in about 60%", index, plain, [SearchCorpus.CommonWord]);
            Compare("a common word and an ordinary one", index, plain, [.. Enumerable.Range(0, Rounds).Select(i => $"{SearchCorpus.CommonWord} {SearchCorpus.Word(400 + i)}")]);
            Compare("two ordinary words", index, plain, [.. Enumerable.Range(0, Rounds).Select(i => $"{SearchCorpus.Word(150 + i)} {SearchCorpus.Word(400 + i)}")]);
            Compare("three ordinary words", index, plain, [.. Enumerable.Range(0, Rounds).Select(i => $"{SearchCorpus.Word(100 + i)} {SearchCorpus.Word(200 + i)} {SearchCorpus.Word(900 + i)}")]);
        }
        Directory.Delete(directory, true);
    }

    private static (TimeSpan Mine, TimeSpan Theirs) Fill(SearchIndex index, SearchPlainFts5 plain, int count)
    {
        var (mine, theirs) = (new Stopwatch(), new Stopwatch());
        foreach (var batch in SearchCorpus.Articles(count).Chunk(BatchSize))
        {
            mine.Start();
            index.Apply(batch, [], new FeedPosition(0, batch[^1].Id));
            mine.Stop();
            theirs.Start();
            plain.Add(batch);
            theirs.Stop();
        }
        return (mine.Elapsed, theirs.Elapsed);
    }

    private static void Compare(string name, SearchIndex index, SearchPlainFts5 plain, string[] questions)
    {
        var total = 0;
        var mine = Measure(questions, question => total = index.Search(new SearchRequest { Text = question, WithFacets = true }).Total);
        var theirs = Measure(questions, question => plain.Search(question));
        Console.WriteLine($"{name,-34} {total,9:N0} {mine.Median,10:N1} {mine.P95,8:N1} {theirs.Median,10:N1} {theirs.P95,8:N1}");
    }

    private static (double Median, double P95) Measure(string[] questions, Action<string> ask)
    {
        ask(questions[0]);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            ask(questions[round % questions.Length]);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        return (times[times.Count / 2], times[times.Count * 95 / 100]);
    }

    private static double Megabytes(string directory, string file) => new DirectoryInfo(directory).EnumerateFiles(file + "*").Sum(found => found.Length) / 1e6;
}
