using System.Diagnostics;
using System.Globalization;
using Kiosk.Benchmarks.Fuzzing;

namespace Kiosk.Benchmarks;

/// <summary>
/// Tries every parser with bad input made of good: <c>fuzz COUNT [seed=1] [only=feed,date] [at=NUMBER]</c>. What fails is written to a folder in the
/// temporary directory and can be made again by its parser, seed and number.
/// </summary>
internal static class FuzzBenchmark
{
    private const int Step = 500;
    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(60);

    /// <returns>0 if nothing failed; else 1.</returns>
    public static int Run(string[] args)
    {
        var count = args.Length > 0 && long.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 100_000;
        var seed = ulong.Parse(Option.Of(args, "seed") ?? "1", CultureInfo.InvariantCulture);
        var only = Option.Of(args, "only")?.Split(',');
        var targets = FuzzTargets.All(new FuzzCorpus(Fixtures())).Where(target => only is null || only.Contains(target.Name)).ToList();
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"kiosk-fuzz-{seed}")).FullName;
        using var watch = new FuzzWatch(folder, Hangs);
        var (tried, failed, start) = (0L, 0L, Stopwatch.GetTimestamp());
        foreach (var target in targets)
        {
            var from = long.Parse(Option.Of(args, "at") ?? "0", CultureInfo.InvariantCulture);
            // Rounded up: so many are at least tried.
            var shares = targets.Sum(one => one.Share);
            var run = One(target, seed, from, Option.Of(args, "at") is null ? ((count * target.Share) + shares - 1) / shares : 1, watch);
            foreach (var failure in run.Failures)
                Keep(folder, seed, failure);
            tried += run.Tried;
            failed += run.Failed;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tried} inputs in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s, {failed} failed; seed {seed}, folder {folder}"));
        return failed == 0 ? 0 : 1;
    }

    private static FuzzRun One(FuzzTarget target, ulong seed, long from, long count, FuzzWatch watch)
    {
        var (run, start, shown) = (new FuzzRun(target, seed, FuzzLimits.Usual), Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        for (var done = 0L; done < count; done += Step)
        {
            run.Try(from + done, Math.Min(Step, count - done), number => watch.Begin(target.Name, number));
            if (Stopwatch.GetElapsedTime(shown) < TimeSpan.FromSeconds(5))
                continue;
            shown = Stopwatch.GetTimestamp();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {target.Name}: {run.Tried} of {count}, {run.Failed} failed"));
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{target.Name,-12} {run.Tried,8} inputs {seconds,6:F1} s {run.Tried / seconds,8:F0}/s  slowest {run.Slowest.TotalMilliseconds,6:F0} ms  most {run.Largest / 1e6,6:F1} MB  {run.Failed} failed"));
        return run;
    }

    private static void Keep(string folder, ulong seed, FuzzFailure failure)
    {
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{failure.Target}-{failure.Number}"));
        File.WriteAllBytes(file + ".bin", failure.Input);
        File.WriteAllText(file + ".txt", failure.Problem);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  FAILED fuzz 1 seed={seed} only={failure.Target} at={failure.Number}: {failure.Kind} -> {file}.bin"));
    }

    private static string Fixtures() => Path.Combine(AppContext.BaseDirectory, "Fixtures");
}
