using System.Globalization;

namespace Kiosk.Benchmarks.Proving;

/// <summary>
/// All figures that the kiosk is held to, by one command: each part as a process of its own, so that its memory is its own, for archives of several sizes where size matters. What
/// is done stands in <c>results.jsonl</c>; a run that was broken off goes on where it was. Writes <c>results.md</c> and <c>growth.svg</c>.
/// </summary>
internal static class ProofBenchmark
{
    /// <param name="args"><c>articles=10000,100000,1000000 out=FOLDER only=search,pages peers=fts5,postgresql</c>; all may be left out.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        int[] sizes = [.. (Option.Of(args, "articles") ?? "10000,100000,1000000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order()];
        var folder = Directory.CreateDirectory(Option.Of(args, "out") ?? "proof").FullName;
        var only = Option.Of(args, "only")?.Split(',');
        var book = new ProofBook(Path.Combine(folder, "results.jsonl"));
        var failed = 0;
        foreach (var step in ProofPlan.Steps(sizes, Option.Of(args, "peers")).Where(step => only is null || only.Contains(step.Part)))
        {
            if (book.IsDone(step))
                Console.WriteLine($"{step}: done before");
            else if (!await ProofRun.RunAsync(step, folder, book))
                failed++;
            Write(folder, book, sizes);
        }

        Console.WriteLine(await File.ReadAllTextAsync(Path.Combine(folder, "results.md")));
        return failed == 0 ? 0 : 1;
    }

    private static void Write(string folder, ProofBook book, int[] sizes)
    {
        File.WriteAllText(Path.Combine(folder, "results.md"), ProofTable.Write(book, sizes));
        File.WriteAllText(Path.Combine(folder, "growth.svg"), ProofPicture.Draw(book, sizes));
    }
}
