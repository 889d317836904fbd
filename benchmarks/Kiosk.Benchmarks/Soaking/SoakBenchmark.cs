using System.Globalization;
using Kiosk.Testing;
using Kiosk.Web.Hosting;

namespace Kiosk.Benchmarks.Soaking;

/// <summary>
/// A kiosk as a process of its own that does everything at once for a long time: sources bring something new every minute, readers read and search, editors work at the
/// inbox, and letters of the digest go out. Says each minute how it is, and at the end whether it could go on like that.
/// </summary>
internal sealed class SoakBenchmark
{
    private const int Articles = 10_000;
    private const int Readers = 6;
    private const int SignedInReaders = 2;
    private const int Editors = 2;
    private const int LettersAMinute = 60;

    /// <summary>The runtime compiles and caches fill: what is told of it would be no trend.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(1);

    private readonly SoakCount _count = new();

    /// <param name="args"><c>minutes=30</c>.</param>
    /// <returns>0 if memory was flat, p95 steady, and nothing failed.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var minutes = int.Parse(Option.Of(args, "minutes") ?? "30", CultureInfo.InvariantCulture);
        return await new SoakBenchmark().SoakAsync(minutes);
    }

    private async Task<int> SoakAsync(int minutes)
    {
        var newsroom = await SoakNewsroom.OpenAsync();
        await using var mail = SmtpServer.Start(new SmtpScript { KeepsText = false });
        await using var archive = await SoakArchive.CopyAsync(Articles, BenchmarkArchive.Reader(0));
        var settings = await SettingsAsync(archive, newsroom, mail);
        var cookies = await CookiesAsync(settings);
        SoakVerdict verdict;
        await using (var kiosk = await KioskUnderLoad.StartAsync(archive.Directory, settings, HearLog))
        {
            using var stop = new CancellationTokenSource();
            var editors = Enumerable.Range(0, Editors).Select(number => new SoakEditor(kiosk.Client, _count, cookies.Editors[number], number)).ToList();
            var people = Enumerable.Range(0, Readers).Select(number => new SoakReader(kiosk.Client, _count, archive, cookies.Readers.ElementAtOrDefault(number), number).ReadAsync(stop.Token))
                .Concat(editors.Select(editor => editor.WorkAsync(stop.Token))).ToList();
            verdict = SoakVerdict.Of(await WatchAsync(kiosk, newsroom, archive, mail, minutes), _count.Faults.Count);
            await stop.CancelAsync();
            await Task.WhenAll(people);
            Console.WriteLine($"editors dealt with {editors.Sum(editor => editor.Done)} pieces");
        }

        await newsroom.CloseAsync();
        return Tell(verdict, archive, mail);
    }

    private async Task<IReadOnlyList<SoakMinute>> WatchAsync(KioskUnderLoad kiosk, SoakNewsroom newsroom, SoakArchive archive, SmtpServer mail, int minutes)
    {
        var (seen, faults) = (new List<SoakMinute>(), 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Readers} readers, {Editors} editors, {LettersAMinute} letters a minute, {minutes} minutes after one to warm up"));
        Console.WriteLine(SoakMinute.Heading);
        for (var minute = 0; minute <= minutes; minute++)
        {
            newsroom.Publish();
            await archive.TickAsync(CancellationToken.None);
            await archive.PlanLettersAsync(LettersAMinute, CancellationToken.None);
            await Task.Delay(WarmUp);
            var (times, all) = (_count.Take(), _count.Faults);
            if (minute > 0)
                seen.Add(await MeasureAsync(kiosk, archive, mail, minute, times, all.Count - faults));
            foreach (var fault in all.Skip(faults))
                Console.WriteLine("     " + fault);
            faults = all.Count;
            if (minute > 0)
                Console.WriteLine(seen[^1]);
        }

        return seen;
    }

    private static async Task<SoakMinute> MeasureAsync(KioskUnderLoad kiosk, SoakArchive archive, SmtpServer mail, int minute, double[] times, int faults)
    {
        var metrics = await SoakMetrics.ReadAsync(kiosk.Client);
        var (oldest, articles) = await archive.LookAsync(CancellationToken.None);
        return new SoakMinute(minute, kiosk.Resident, metrics.Sum("dotnet_gc_last_collection_heap_size") / 1e6, (int)metrics.Sum("dotnet_gc_collections_total{gc_heap_generation=\"gen2\"}"), times.Length / 60.0, times.Length == 0 ? 0 : times[times.Length * 95 / 100], faults,
            articles, mail.Count, metrics.Sum("kiosk_queue_age"), oldest.TotalSeconds, metrics.Sum("kiosk_index_lag"));
    }

    private int Tell(SoakVerdict verdict, SoakArchive archive, SmtpServer mail)
    {
        // What was planned in the last minute may still be on its way.
        var (due, names) = (archive.Planned - LettersAMinute, mail.Mails.Select(letter => letter.MessageId).ToList());
        var lettersHold = names.Count >= due && names.Distinct(StringComparer.Ordinal).Count() == names.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"letters: {archive.Planned:N0} planned, {names.Count:N0} taken by the mail server, {names.Count - names.Distinct(StringComparer.Ordinal).Count()} twice"));
        Console.WriteLine($"verdict: {(verdict.Holds && lettersHold ? "holds" : "DOES NOT HOLD")}: {verdict}");
        return verdict.Holds && lettersHold ? 0 : 1;
    }

    private void HearLog(string line)
    {
        if (SoakLog.Fault(line) is { } fault)
            _count.Fault(fault);
    }

    private static async Task<Dictionary<string, string?>> SettingsAsync(SoakArchive archive, SoakNewsroom newsroom, SmtpServer mail)
    {
        var settings = KioskUnderLoad.Settings(archive.Directory);
        await File.WriteAllTextAsync(settings[$"{KioskOptions.Section}:{nameof(KioskOptions.Feeds)}"]!, newsroom.FeedsFile());
        settings[$"{KioskOptions.Section}:{nameof(KioskOptions.Harvest)}"] = "true";
        settings[$"{KioskOptions.Section}:{nameof(KioskOptions.HarvestTickSeconds)}"] = "10";
        settings[$"{KioskOptions.Section}:{nameof(KioskOptions.Logs)}"] = "json";
        settings["Kiosk:Address"] = "http://127.0.0.1";
        settings["Kiosk:Fetch:Contact"] = "https://kiosk.example/contact";
        settings["Kiosk:Fetch:AllowedPrivateHosts"] = newsroom.AllowedHosts;
        settings["Kiosk:Mail:Host"] = "127.0.0.1";
        settings["Kiosk:Mail:Port"] = mail.Port.ToString(CultureInfo.InvariantCulture);
        settings["Kiosk:Mail:Tls"] = "false";
        settings["Kiosk:Digest:TickSeconds"] = "10";
        return settings;
    }

    private static async Task<(IReadOnlyList<string> Readers, IReadOnlyList<string> Editors)> CookiesAsync(Dictionary<string, string?> settings)
    {
        await using var app = KioskHost.Build([], settings);
        var readers = await SignedIn.CookiesAsync(app.Services, Enumerable.Range(1, SignedInReaders).Select(BenchmarkArchive.Reader), secondFactor: false);
        return (readers, await SignedIn.CookiesAsync(app.Services, Enumerable.Repeat(BenchmarkArchive.Reader(0), Editors), secondFactor: true));
    }
}
