using System.Globalization;

namespace Kiosk.Benchmarks.Proving;

/// <summary>
/// All figures that the kiosk is held to, by one command: each part as a process of its own, so that its memory is its own, for archives of several sizes where size matters. What
/// is done stands in <c>results.jsonl</c>; a run that was broken off goes on where it was. Writes <c>results.md</c> and <c>growth.svg</c>.
/// </summary>
internal static class ProofBenchmark
{
    private const string Articles = "articles=";
    private const string Out = "out=";
    private const string Only = "only=";

    /// <param name="args"><c>articles=10000,100000,1000000 out=FOLDER only=search,pages peers=fts5,postgresql</c>; all may be left out.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        int[] sizes = [.. (Given(args, Articles) ?? "10000,100000,1000000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order()];
        var folder = Directory.CreateDirectory(Given(args, Out) ?? "proof").FullName;
        var only = Given(args, Only)?.Split(',');
        var book = new ProofBook(Path.Combine(folder, "results.jsonl"));
        var failed = 0;
        foreach (var step in ProofPlan.Steps(sizes, args.FirstOrDefault(arg => arg.StartsWith(SearchBenchmark.PeersGiven, StringComparison.Ordinal))).Where(step => only is null || only.Contains(step.Part)))
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

    private static string? Given(string[] args, string name) => args.FirstOrDefault(arg => arg.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
