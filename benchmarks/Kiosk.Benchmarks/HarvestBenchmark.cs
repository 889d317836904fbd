using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kiosk.Testing;

namespace Kiosk.Benchmarks;

/// <summary>
/// What a harvest costs: <c>kiosk harvest</c> as a process of its own, with storage and indexing, against a web server on this machine. The first
/// time everything is new; the second time nothing has changed. Its memory is the most that it ever held resident.
/// </summary>
internal static class HarvestBenchmark
{
    private const int WordsAnItem = 200;

    /// <summary>Over so many hosts are the sources spread: of one host the kiosk visits few at a time.</summary>
    private const int Hosts = 100;

    /// <param name="args">The number of sources (1,000) and of items in each (30), and the program to measure: a published <c>kiosk</c>, or else the build beside this one.</param>
    public static async Task RunAsync(string[] args)
    {
        var (sources, items, program) = (Number(args, 0, 1_000), Number(args, 1, 30), args.ElementAtOrDefault(2));
        await using var server = await LoopbackServer.StartAsync(Hosts);
        var bytes = 0L;
        for (var source = 0; source < sources; source++)
        {
            var feed = Feed(source, items);
            bytes += feed.Length;
            server.Serve($"/{source}.xml", feed, "application/rss+xml", etag: $"\"{source}\"");
        }

        var directory = Directory.CreateTempSubdirectory("kiosk-bench-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory, "feeds.json"), Sources(server, sources));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sources} sources at {Hosts} hosts with {items} items of {WordsAnItem} words, {bytes / 1e6:F1} MB in all"));
            Print("first harvest, all new", await HarvestAsync(program, directory, server));
            Print("second harvest, all 304", await HarvestAsync(program, directory, server));
            ForgetValidators(server, sources, items);
            Print("third harvest, no validators, equal bytes", await HarvestAsync(program, directory, server));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static int Number(string[] args, int place, int otherwise) =>
        args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;

    private static string Sources(LoopbackServer server, int sources) => JsonSerializer.Serialize(new
    {
        topics = new[] { new { id = "wsnp", name = "Wsnp", rule = "toelating EN rechter" }, new { id = "vroeg", name = "Vroegsignalering", rule = "vroegsignaler* OF (betalingsachterstand* EN huisbezoek*)" } },
        sources = Enumerable.Range(0, sources).Select(source => new { id = $"bron-{source}", name = $"Bron {source}", url = $"http://{server.Hosts[source % Hosts]}/{source}.xml", format = "feed" }),
    });

    private static byte[] Feed(int source, int items)
    {
        var feed = new StringBuilder($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Bron {source}</title><language>nl</language>");
        for (var item = 0; item < items; item++)
        {
            var (title, text) = NewsCorpus.Item(source, item, WordsAnItem);
            feed.Append(CultureInfo.InvariantCulture, $"""
                <item><title>{title}</title><link>https://bron-{source}.example/nieuws/{item}</link><guid isPermaLink="false">bron-{source}-{item}</guid>
                <pubDate>Fri, {1 + (item % 19):00} Nov 2024 14:30:00 +0100</pubDate><description>&lt;p&gt;{text}&lt;/p&gt;</description></item>
                """);
        }

        return Encoding.UTF8.GetBytes(feed.Append("</channel></rss>").ToString());
    }

    private static void ForgetValidators(LoopbackServer server, int sources, int items)
    {
        for (var source = 0; source < sources; source++)
            server.Serve($"/{source}.xml", Feed(source, items), "application/rss+xml");
    }

    private static async Task<(TimeSpan Time, TimeSpan Busy, double Megabytes, string Ending)> HarvestAsync(string? program, string directory, LoopbackServer server)
    {
        var start = program is null ? new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "kiosk.dll"), "harvest"]) : new ProcessStartInfo(Path.GetFullPath(program), ["harvest"]);
        (start.WorkingDirectory, start.UseShellExecute, start.RedirectStandardOutput) = (directory, false, true);
        start.Environment["KIOSK__FETCH__ALLOWEDPRIVATEHOSTS"] = string.Join(',', server.Hosts);
        var clock = Stopwatch.StartNew();
        using var kiosk = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = kiosk.StandardOutput.ReadToEndAsync();
        var (most, busy) = (0d, TimeSpan.Zero);
        while (!kiosk.HasExited)
        {
            most = Math.Max(most, ProcessMemory.MostResident(kiosk.Id));
            busy = BusyOr(busy, kiosk);
            await Task.Delay(50);
        }

        var time = clock.Elapsed;
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return kiosk.ExitCode == 0
            ? (time, busy, most, lines.LastOrDefault(line => line.Contains("gelukt", StringComparison.Ordinal)) ?? "")
            : throw new InvalidOperationException("kiosk harvest failed: " + string.Join('\n', lines.TakeLast(5)));
    }

    /// <summary>What the process has computed so far, on all processors together: unlike the clock, it does not count who else is at work.</summary>
    private static TimeSpan BusyOr(TimeSpan before, Process kiosk)
    {
        try
        {
            return kiosk.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return before; // it ended between two looks
        }
    }

    private static void Print(string what, (TimeSpan Time, TimeSpan Busy, double Megabytes, string Ending) harvest)
    {
        Results.Note(what, harvest.Time.TotalSeconds, "s");
        Results.Note(what + ", processor", harvest.Busy.TotalSeconds, "s");
        Results.Note(what + ", most resident", harvest.Megabytes, "MB");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {harvest.Time.TotalSeconds:F1} s by the clock, {harvest.Busy.TotalSeconds:F1} s of processor time, at most {harvest.Megabytes:F0} MB resident. {harvest.Ending}"));
    }
}
