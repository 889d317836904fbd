using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Kiosk.Ingest.Reports;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Reports;

public sealed class HostilePdfTests
{
    private static readonly PdfLimits Limits = new() { Time = TimeSpan.FromSeconds(5), Memory = 256L * 1024 * 1024, Output = 1024 * 1024 };

    // Two programs with a time limit each, and what a slow and shared machine adds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, Func<byte[]>> Attacks = new()
    {
        ["garbage"] = static () => [.. "%PDF-1.7\n"u8, .. Noise(200_000)],
        ["only a header"] = static () => "%PDF-1.7"u8.ToArray(),
        ["truncated"] = static () => TinyPdf.Of("Een rapport dat ophoudt.", "Pagina twee.").Bytes()[..700],
        ["a page tree that holds itself"] = static () => new TinyPdf().Add(1, "<< /Type /Catalog /Pages 2 0 R >>").Add(2, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>").Bytes(),
        ["a form that draws itself"] = static () => TinyPdf.Of("Vooraf")
            .Add(10, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Contents 11 0 R >>").Stream(11, "", "/X Do"u8.ToArray())
            .Stream(6, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>", "/X Do /X Do"u8.ToArray()).Bytes(),
        ["a billion drawings"] = Billion,
        ["two billion pages"] = static () => TinyPdf.Of("Eén pagina.").Tree([10], count: 2_000_000_000).Bytes(),
        ["a page listed a million times"] = static () => TinyPdf.Of("Steeds dezelfde pagina met steeds dezelfde tekst.").Tree(Enumerable.Repeat(10, 1_000_000)).Bytes(),
        ["a stream that unpacks to a gigabyte"] = static () => TinyPdf.Of("Vooraf").Stream(11, "/Filter /FlateDecode", Bomb(1_000_000_000)).Bytes(),
        ["arrays in arrays"] = static () => TinyPdf.Of("Vooraf").Add(1, "<< /Type /Catalog /Pages 2 0 R /Names " + new string('[', 500_000)).Bytes(),
        ["a reference to itself"] = static () => TinyPdf.Of("Vooraf").Add(1, "1 0 R").Bytes(),
        ["a length that refers to itself"] = static () => TinyPdf.Of("Vooraf").Add(11, "<< /Length 11 0 R >> stream\nBT ET\nendstream").Bytes(),
        ["a page that never ends"] = static () => TinyPdf.Of("Vooraf").Stream(11, "/Filter /FlateDecode", Packed(Encoding.Latin1.GetBytes("BT /F 1 Tf " + string.Concat(Enumerable.Range(0, 400_000).Select(static i => $"1 0 0 1 {i % 500} {i % 700} Tm (woord{i}) Tj ")) + "ET"))).Bytes(),
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_attack_ends_within_the_limits_and_the_next_report_is_read(string name)
    {
        var reader = new PdfReader(Limits, TimeProvider.System);
        Assert.SkipUnless(reader.IsAvailable, "pdftotext is not here: install poppler-utils.");
        var pdf = Attacks[name]();
        var watch = Stopwatch.StartNew();

        var reading = await reader.ReadAsync(pdf, default);

        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
        Assert.NotEmpty(reading.Message);
        Assert.True(reading.Report is null || reading.Report.Text.Length <= Limits.Output);
        Assert.Equal(PdfOutcome.Read, (await reader.ReadAsync(TinyPdf.Of("Het volgende rapport.").Bytes(), default)).Outcome);
        TestContext.Current.TestOutputHelper?.WriteLine($"{reading.Outcome} after {watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended_on_time()
    {
        var process = new LimitedProcess(TimeSpan.FromSeconds(1), 1L << 30, TimeProvider.System);
        Assert.SkipUnless(File.Exists("/bin/sleep"), "There is no /bin/sleep here.");
        var watch = Stopwatch.StartNew();

        var run = await process.RunAsync("/bin/sleep", ["60"], 100, default);

        Assert.True(run.IsTimedOut);
        Assert.True(watch.Elapsed < Hang.After, $"took {watch.Elapsed}");
    }

    [Fact]
    public async Task A_program_gets_its_arguments_letter_by_letter_and_nothing_of_our_environment()
    {
        var process = new LimitedProcess(TimeSpan.FromSeconds(20), 1L << 30, TimeProvider.System);
        Assert.SkipUnless(File.Exists("/usr/bin/printf") && File.Exists("/usr/bin/env"), "There is no printf or env here.");

        var printed = await process.RunAsync("/usr/bin/printf", ["%s", "$(id); `id` \"'\n"], 100, default);
        var environment = await process.RunAsync("/usr/bin/env", [], 10_000, default);

        Assert.Equal("$(id); `id` \"'\n", Encoding.UTF8.GetString(printed.Output));
        Assert.All(Encoding.UTF8.GetString(environment.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            static line => Assert.True(line.Split('=')[0] is "LC_ALL" or "PWD" or "OLDPWD" or "SHLVL" or "_", line));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_an_outcome() =>
        Assert.InRange((await new LimitedProcess(TimeSpan.FromSeconds(20), 1L << 30, TimeProvider.System).RunAsync("/bestaat/niet", [], 100, default)).ExitCode, 126, 127);

    /// <summary>Ten forms deep, each drawing the next ten times.</summary>
    private static byte[] Billion()
    {
        var pdf = TinyPdf.Of("Vooraf").Add(10, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 50 0 R >> >> /Contents 11 0 R >>").Stream(11, "", "/X Do"u8.ToArray());
        for (var i = 0; i < 10; i++)
        {
            pdf.Stream(50 + i, $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 4 0 R >> /XObject << /X {51 + i} 0 R >> >>",
                Encoding.Latin1.GetBytes(i == 9 ? "BT /F 9 Tf (lach) Tj ET" : string.Concat(Enumerable.Repeat("/X Do ", 10))));
        }

        return pdf.Bytes();
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }

    private static byte[] Bomb(int length)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            var blanks = new byte[1_000_000];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < length / blanks.Length; i++)
                zlib.Write(blanks);
        }

        return packed.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            zlib.Write(bytes);
        return packed.ToArray();
    }
}
