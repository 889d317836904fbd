using System.Diagnostics;
using System.Globalization;
using Kiosk.Search;
using Kiosk.Search.Queries;

namespace Kiosk.Benchmarks;

/// <summary>
/// The search index beside plain FTS5, Xapian if Python has it, and PostgreSQL if KIOSK_TEST_POSTGRES says where it is, on the same articles in the same
/// run. Ours gives the top 20 with total, facets and snippets; theirs the top 20 alone. With peers=fts5,postgresql only these stand beside it. With keep=FOLDER our index stays there, and a next run need
/// not fill it again.
/// </summary>
internal static class SearchBenchmark
{
    private const int BatchSize = 1_000;
    private const int Rounds = 100;
    private const int StandingCount = 10_000;

    /// <summary>As the index follows a harvest: a batch at a time, some 600 articles a second in all (30,000 in 52 s were measured).</summary>
    private const int HarvestBatch = 200;
    private static readonly TimeSpan HarvestPause = TimeSpan.FromSeconds(0.25);

    /// <summary>What stands beside us is not compiled while it runs; a few questions bring its pages into memory.</summary>
    private const int PeerWarmUp = 3;

    public static void Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var kept = Option.Of(args, "keep");
        var directory = kept is null ? Directory.CreateTempSubdirectory("kiosk-bench-").FullName : Directory.CreateDirectory(kept).FullName;
        var path = Path.Combine(directory, "search.db");
        FillIndex(path, count);
        var before = Resident();
        using (var index = SearchIndex.Open(path, "bench"))
        {
            Say($"resident for searching, just opened: {Resident() - before:N0} MB; files {Size(directory):N0} MB");
            var wanted = Option.Of(args, "peers")?.Split(',');
            var peers = args.Contains("alone") ? [] : Peers(directory, name => wanted?.Contains(name) ?? true);
            foreach (var peer in peers)
                Fill(peer.Name, count, peer.Add);
            First(index);
            Say($"{"",-34} {"matches",9}  engine         p50      p95      cpu  (ms)");
            foreach (var (name, questions) in Questions())
                Compare(name, questions, index, peers);
            Suggest(index);
            var resident = Resident() - before;
            Results.Note("resident for searching", resident, "MB");
            Say($"resident for searching, after these searches: {resident:N0} MB");
            if (kept is null)
                WhileIndexing(index, count);
            foreach (var peer in peers)
                peer.Dispose();
        }
        Standing();
        if (kept is null)
            Directory.Delete(directory, true);
    }

    /// <summary>Closed again, so that what is resident afterwards is what searching needs.</summary>
    private static void FillIndex(string path, int count)
    {
        using var index = SearchIndex.Open(path, "bench");
        if (index.Count < count)
            Fill("kiosk", count, batch => index.Apply(batch, [], new FeedPosition(0, batch[^1].Id)), index.Count);
        index.Read(snapshot => { Say($"segments: {string.Join(' ', snapshot.Segments.Select(segment => segment.Count))}"); return snapshot; });
    }

    private static double Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1e6;
    }

    /// <param name="directory">Where they keep what they need.</param>
    /// <param name="isWanted">By fts5, postgresql or xapian.</param>
    private static List<ISearchPeer> Peers(string directory, Func<string, bool> isWanted)
    {
        var peers = new List<ISearchPeer>();
        if (isWanted("fts5"))
            peers.Add(new SearchPlainFts5(Path.Combine(directory, "plain.db")));
        if (!isWanted("postgresql"))
            Console.WriteLine("no PostgreSQL: it was left out");
        else if (Environment.GetEnvironmentVariable("KIOSK_TEST_POSTGRES") is { Length: > 0 } postgres)
            peers.Add(new SearchPostgres(postgres));
        else
            Console.WriteLine("no PostgreSQL: KIOSK_TEST_POSTGRES is not set");
        if (!isWanted("xapian"))
            Console.WriteLine("no Xapian: it was left out");
        else if (SearchXapian.TryOpen(Path.Combine(directory, "xapian")) is { } xapian)
            peers.Add(xapian);
        else
            Console.WriteLine("no Xapian: python3-xapian is not installed");
        return peers;
    }

    private static IEnumerable<(string Name, string[] Questions)> Questions() =>
    [
        ("a word in about half of all", [SearchCorpus.CommonWord, .. Enumerable.Range(30, 20).Select(SearchCorpus.Word)]),
        ("a common word and an ordinary one", [.. Enumerable.Range(0, 40).Select(i => $"{SearchCorpus.CommonWord} {SearchCorpus.Word(400 + i)}")]),
        ("two ordinary words", [.. Enumerable.Range(0, 40).Select(i => $"{SearchCorpus.Word(150 + i)} {SearchCorpus.Word(400 + i)}")]),
        ("three ordinary words", [.. Enumerable.Range(0, 40).Select(i => $"{SearchCorpus.Word(100 + i)} {SearchCorpus.Word(200 + i)} {SearchCorpus.Word(900 + i)}")]),
        ("a phrase of two ordinary words", [.. Enumerable.Range(0, 40).Select(i => $"\"{SearchCorpus.Word(20 + i)} {SearchCorpus.Word(30 + i)}\"")]),
    ];

    /// <param name="name">Of the engine.</param>
    /// <param name="count">Articles in all.</param>
    /// <param name="add">Puts a batch in.</param>
    /// <param name="done">Articles that it has already, from a run that was broken off.</param>
    private static void Fill(string name, int count, Action<IndexedArticle[]> add, int done = 0)
    {
        var clock = new Stopwatch();
        var processor = TimeSpan.Zero;
        foreach (var batch in SearchCorpus.Articles(count).Skip(done).Chunk(BatchSize))
        {
            var used = Environment.CpuUsage.TotalTime;
            clock.Start();
            add(batch);
            clock.Stop();
            processor += Environment.CpuUsage.TotalTime - used;
        }
        Results.Note("articles indexed a second", (count - done) / clock.Elapsed.TotalSeconds, "", name == "kiosk" ? null : name);
        Say($"{name}: {count - done:N0} articles at {(count - done) / clock.Elapsed.TotalSeconds:N0}/s by the clock, {(count - done) / processor.TotalSeconds:N0} a second of this process's processor time");
    }

    private static void Compare(string name, string[] questions, SearchIndex index, List<ISearchPeer> peers)
    {
        var total = 0;
        var ours = Noted(name, null, Timing.Of(questions, Rounds, question => total = index.Search(new SearchRequest { Text = question, WithFacets = true }).Total));
        Say($"{name,-34} {total,9:N0}  {"kiosk",-10} {ours}");
        foreach (var peer in peers)
            Say($"{"",-34} {"",9}  {peer.Name,-10} {Noted(name, peer.Name, Timing.Of(questions, Rounds / 4, question => peer.Search(question), PeerWarmUp))}");
    }

    /// <summary>What the first visitor after a start waits, while the program is still being compiled.</summary>
    private static void First(SearchIndex index)
    {
        var start = Stopwatch.GetTimestamp();
        index.Search(new SearchRequest { Text = SearchCorpus.CommonWord, WithFacets = true });
        Say($"the first search after a start: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:N0} ms");
    }

    private static void Suggest(SearchIndex index)
    {
        var starts = Enumerable.Range(100, 60).Select(rank => SearchCorpus.Word(rank)[..2]).ToArray();
        Say($"{"suggestions for two letters",-34} {"",9}  {"kiosk",-10} {Noted("suggestions for two letters", null, Timing.Of(starts, Rounds, start => index.Suggest(start)))}");
    }

    /// <summary>Searches while batches come as fast as a harvest of a thousand sources brings them, and as fast as they can be taken, which leaves no core for who searches.</summary>
    private static void WhileIndexing(SearchIndex index, int count)
    {
        var questions = Questions().ElementAt(2).Questions;
        var idle = Timing.Of(questions, Rounds, question => index.Search(new SearchRequest { Text = question, WithFacets = true }));
        var next = 0L;
        foreach (var (name, pause) in new[] { ("two ordinary words while a harvest indexes", HarvestPause), ("two ordinary words while all cores index", TimeSpan.Zero) })
        {
            using var stop = new CancellationTokenSource();
            var writing = Task.Run(() =>
            {
                foreach (var batch in SearchCorpus.Articles(count).Chunk(HarvestBatch).TakeWhile(_ => !stop.Token.WaitHandle.WaitOne(pause)))
                    index.Apply([.. batch.Select(article => article with { Id = count + ++next })], [], new FeedPosition(1, count + next));
            });
            var busy = Noted(name, null, Timing.Of(questions, Rounds, question => index.Search(new SearchRequest { Text = question, WithFacets = true })));
            stop.Cancel();
            writing.Wait();
            Say($"{name,-42}  {"kiosk",-10} {busy}");
            if (pause > TimeSpan.Zero)
                Results.Note("slower while a harvest indexes, p95", busy.P95 / idle.P95, "times");
        }
    }

    private static void Standing()
    {
        var standing = new StandingQueries(Enumerable.Range(0, StandingCount).Select(number => KeyValuePair.Create((long)number, Query.Parse((number % 4) switch
        {
            0 => $"{SearchCorpus.Word(number)} {SearchCorpus.Word(number / 2)}",
            1 => $"{SearchCorpus.Word(number)[..2]}* soort:rapport",
            2 => $"\"{SearchCorpus.Word(number)} {SearchCorpus.Word(number + 1)}\" OF {SearchCorpus.Word(number * 3)}",
            _ => $"{SearchCorpus.Word(number)} -{SearchCorpus.Word(number + 9)} bron:{number % 40}",
        }))));
        var articles = SearchCorpus.Articles(60).ToDictionary(article => article.Title);
        Say($"{"10,000 standing queries, 1 article",-34} {"",9}  {"kiosk",-10} {Noted("10,000 standing queries, 1 article", null, Timing.Of([.. articles.Keys], Rounds, title => standing.Matching(articles[title])))}");
    }

    private static Timing Noted(string what, string? who, Timing timing)
    {
        Results.Note(what, timing, who);
        return timing;
    }

    private static double Size(string directory) => new DirectoryInfo(directory).EnumerateFiles().Sum(file => file.Length) / 1e6;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
