using System.Globalization;
using Kiosk.Benchmarks.Fuzzing;

namespace Kiosk.Ingest.Tests.Formats;

/// <summary>
/// Whatever strangers write, each parser answers within its promises. With <c>KIOSK_TEST_FUZZ=100000</c> in the environment so many inputs are tried; the benchmark
/// project's <c>fuzz</c> tries millions.
/// </summary>
public sealed class FuzzTests
{
    private const ulong Seed = 20261129;

    private static readonly long Inputs = long.TryParse(Environment.GetEnvironmentVariable("KIOSK_TEST_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 6_000;

    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    private static readonly IReadOnlyList<FuzzTarget> Targets = FuzzTargets.All(new FuzzCorpus(Fixtures));

    public static TheoryData<string> Names => new(Targets.Select(target => target.Name));

    /// <summary>Inputs that once broke a parser, in a folder per parser.</summary>
    public static TheoryData<string> Found => new(Directory.GetFiles(Path.Combine(Fixtures, "Fuzz"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Path.Combine(Fixtures, "Fuzz"), file)).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Names))]
    public void No_parser_breaks_on_bad_input_made_of_good(string name)
    {
        var target = Targets.Single(target => target.Name == name);
        var run = new FuzzRun(target, Seed, FuzzLimits.Usual with { Time = Kiosk.Testing.Hang.After });
        run.Try(from: 0, Math.Max(1, Inputs * target.Share / Targets.Sum(one => one.Share)));
        Assert.True(run.Failures.Count == 0, string.Join('\n', run.Failures));
    }

    [Theory, MemberData(nameof(Found))]
    public void What_once_broke_a_parser_does_so_no_more(string file) =>
        Targets.Single(target => target.Name == Path.GetDirectoryName(file)).Try(File.ReadAllBytes(Path.Combine(Fixtures, "Fuzz", file)));

    [Fact]
    public void One_seed_makes_the_same_inputs_again()
    {
        var (one, other) = (new FuzzRun(Targets[0], Seed, FuzzLimits.Usual), new FuzzRun(Targets[0], Seed, FuzzLimits.Usual));
        Assert.All(Enumerable.Range(0, 50), number => Assert.Equal(one.Input(number), other.Input(number)));
        Assert.NotEqual(one.Input(1), one.Input(2));
    }

    [Fact]
    public void A_parser_that_throws_takes_too_long_or_takes_too_much_is_found_out()
    {
        var inputs = new Mutator(FuzzCorpus.Dates, FuzzTokens.Dates, " ", 100);
        var throws = new FuzzRun(new FuzzTarget("throws", 1, inputs, body => Promise.Holds(body.Length == 0, "It is not empty.")), Seed, FuzzLimits.Usual);
        throws.Try(0, 5);
        Assert.Contains("It is not empty.", Assert.Single(throws.Failures).Problem, StringComparison.Ordinal);
        Assert.InRange(throws.Failed, 1, 5);

        var slow = new FuzzRun(new FuzzTarget("slow", 1, inputs, _ => Thread.Sleep(20)), Seed, new FuzzLimits(TimeSpan.FromMilliseconds(5), long.MaxValue));
        slow.Try(0, 1);
        Assert.StartsWith("took", Assert.Single(slow.Failures).Problem, StringComparison.Ordinal);

        var greedy = new FuzzRun(new FuzzTarget("greedy", 1, inputs, _ => GC.KeepAlive(new byte[2_000_000])), Seed, new FuzzLimits(Kiosk.Testing.Hang.After, 1_000_000));
        greedy.Try(0, 1);
        Assert.StartsWith("allocated", Assert.Single(greedy.Failures).Problem, StringComparison.Ordinal);
    }
}
