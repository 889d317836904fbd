using System.IO.Compression;
using System.Text;
using Kiosk.Data;
using Microsoft.AspNetCore.Http;
using static Kiosk.Ingest.Tests.Harvesting.HostileTexts;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>Servers that lie, drip, flood or send us elsewhere.</summary>
internal static class HostileServers
{
    private const string TooLarge = "Het antwoord is groter dan 20 MB. Zo veel lezen we niet.";
    private const string Broken = "De server brak het antwoord af.";
    private const string NoHttp = "De server antwoordt met iets wat geen HTTP is.";
    private static readonly (string, string)[] Impatient = [("TimeoutSeconds", "5"), ("IdleSeconds", "2")];

    public static IEnumerable<HostileCase> Cases =>
    [
        new("A body without end stops at the cap", static scene => scene.Bytes((stream, cancellation) => ForEverAsync(stream, Ok + "\r\n", new byte[65_536], TimeSpan.Zero, cancellation)),
            HarvestOutcome.TooLarge, TooLarge),
        new("A slow drip ends with the time", static scene => scene.Bytes((stream, cancellation) => ForEverAsync(stream, Ok + "\r\n", "x"u8.ToArray(), TimeSpan.FromMilliseconds(50), cancellation)),
            HarvestOutcome.TimedOut, "De server deed er te lang over.") { Settings = Impatient },
        new("Headers that drip end with the time", static scene => scene.Bytes((stream, cancellation) => ForEverAsync(stream, "HTTP/1.1 200 OK\r\n", "X-A: b\r\n"u8.ToArray(), TimeSpan.FromMilliseconds(50), cancellation)),
            HarvestOutcome.TimedOut, "De server deed er te lang over.") { Settings = Impatient },
        new("Silence ends with the time", static scene => scene.Bytes(static (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation)),
            HarvestOutcome.TimedOut, "De server deed er te lang over.") { Settings = Impatient },
        new("Interim answers without end, slow, end with the time", static scene => scene.Bytes((stream, cancellation) => ForEverAsync(stream, "", "HTTP/1.1 103 Early Hints\r\n\r\n"u8.ToArray(), TimeSpan.FromMilliseconds(20), cancellation)),
            HarvestOutcome.TimedOut, "De server deed er te lang over.") { Settings = Impatient },
        new("Headers without end are cut off", static scene => scene.Bytes((stream, cancellation) => ForEverAsync(stream, "HTTP/1.1 200 OK\r\n", Encoding.ASCII.GetBytes($"X-Vulling: {new string('x', 4_000)}\r\n"), TimeSpan.Zero, cancellation)),
            HarvestOutcome.Unreachable, "De server stuurt te grote kopregels."),
        new("One header of a megabyte is cut off", static scene => scene.Bytes($"{Ok}X-Vulling: {new string('x', 1_000_000)}\r\n\r\n"),
            HarvestOutcome.Unreachable, "De server stuurt te grote kopregels."),
        new("A gzip bomb stops at the cap", static scene => scene.Bytes($"{Ok}Content-Encoding: gzip\r\n\r\n{Latin1(GZipBomb())}"), HarvestOutcome.TooLarge, TooLarge),
        new("A gzip bomb in a gzip stops at the cap", static scene => scene.Bytes($"{Ok}Content-Encoding: gzip\r\n\r\n{Latin1(GZipBomb(layers: 2))}"), HarvestOutcome.TooLarge, TooLarge),
        new("A gzip bomb that calls itself plain stops at the cap", static scene => scene.Bytes($"{Ok}\r\n{Latin1(GZipBomb())}"), HarvestOutcome.TooLarge, TooLarge),
        new("A brotli bomb stops at the cap", static scene => scene.Bytes($"{Ok}Content-Encoding: br\r\n\r\n{Latin1(Bomb(static to => new BrotliStream(to, CompressionLevel.Fastest)))}"), HarvestOutcome.TooLarge, TooLarge),
        new("A deflate bomb stops at the cap", static scene => scene.Bytes($"{Ok}Content-Encoding: deflate\r\n\r\n{Latin1(Bomb(static to => new ZLibStream(to, CompressionLevel.Optimal)))}"), HarvestOutcome.TooLarge, TooLarge),
        new("A thousand codings on one body are not undone", static scene => scene.Bytes($"{Ok}Content-Encoding: {string.Join(',', Enumerable.Repeat("gzip", 1_000))}\r\n\r\n{Latin1(GZipBomb())}"), HarvestOutcome.TooLarge, TooLarge),
        new("A gzip that breaks off is not taken for whole", static scene => scene.Bytes($"{Ok}Content-Encoding: gzip\r\n\r\n{Latin1(GZipBomb()[..500])}"), HarvestOutcome.Unreachable, "Het antwoord is beschadigd: het kan niet worden uitgepakt."),
        new("A length that promises more than comes is a break", static scene => scene.Bytes($"{Ok}Content-Length: 5000\r\n\r\n{Rss.Feed()}"), HarvestOutcome.Unreachable, Broken),
        new("A length of a petabyte is not waited for", static scene => scene.Bytes($"{Ok}Content-Length: 999999999999999\r\n\r\nx"), HarvestOutcome.TooLarge, TooLarge),
        new("A length below zero is no length", static scene => scene.Bytes($"{Ok}Content-Length: -1\r\n\r\n{Rss.Feed(Rss.Item("Stuk", "https://bron.example/1"))}"), HarvestOutcome.Harvested, "1 nieuw stuk.")
            { Stored = static articles => Assert.Equal("Stuk", Assert.Single(articles).Title) },
        new("A length that is too short ends the feed there", static scene => scene.Bytes($"{Ok}Content-Length: 60\r\n\r\n{Rss.Feed(Rss.Item("Stuk", "https://bron.example/1"))}"), HarvestOutcome.Unreadable, "De feed is afgebroken voordat er een bericht in stond."),
        new("A chunk of all the bytes in the world is a break", static scene => scene.Bytes($"{Ok}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx"), HarvestOutcome.Unreachable, "De server"),
        new("A chunk whose size never ends is a break", static scene => scene.Bytes($"{Ok}Transfer-Encoding: chunked\r\n\r\n1;{new string('x', 500_000)}"), HarvestOutcome.Unreachable, "De server"),
        new("Garbage is no HTTP", static scene => scene.Bytes("\0\0\u00FF\u00FE SSH-2.0\r\n\r\n"), HarvestOutcome.Unreachable, NoHttp),
        new("Encryption that is none fails", static scene => scene.Web.Url("/").Replace("http:", "https:", StringComparison.Ordinal), HarvestOutcome.Unreachable, "De beveiligde verbinding lukt niet."),
        new("Redirects without end are given up", static scene => Endless(scene), HarvestOutcome.ServerError, "De server verwijst meer dan 10 keer door. Daarna zijn we gestopt."),
        new("Redirects in a ring are given up", static scene => Redirect(scene, "/van", "/van"), HarvestOutcome.ServerError, "De server verwijst in een kring door."),
        new("A redirect to a file goes nowhere", static scene => Redirect(scene, "/van", "file:///etc/passwd"), HarvestOutcome.Forbidden, "De server verwijst door naar iets wat geen webadres is."),
        new("A redirect to a script goes nowhere", static scene => Redirect(scene, "/van", "javascript:alert(1)"), HarvestOutcome.Forbidden, "De server verwijst door naar iets wat geen webadres is."),
        new("A redirect to data goes nowhere", static scene => Redirect(scene, "/van", "data:text/xml,<rss/>"), HarvestOutcome.Forbidden, "De server verwijst door naar iets wat geen webadres is."),
        new("A redirect to another protocol goes nowhere", static scene => Redirect(scene, "/van", "gopher://127.0.0.1:6379/_FLUSHALL"), HarvestOutcome.Forbidden, "De server verwijst door naar iets wat geen webadres is."),
        new("A redirect to an address of a megabyte goes nowhere", static scene => scene.Bytes($"HTTP/1.1 302 Found\r\nLocation: /{new string('x', 60_000)}\r\n\r\n"), HarvestOutcome.ServerError, "De server verwijst door (302), maar zegt niet goed waarheen."),
    ];

    /// <summary>Sends the same piece over and over.</summary>
    public static async Task ForEverAsync(Stream stream, string head, byte[] piece, TimeSpan pause, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancellation);
        while (true)
        {
            await stream.WriteAsync(piece, cancellation);
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, cancellation);
        }
    }

    private static string Redirect(HostileScene scene, string path, string location)
    {
        scene.Web.Redirect(path, 302, location);
        return scene.Web.Url(path);
    }

    private static string Endless(HostileScene scene)
    {
        var step = 0;
        return scene.Bytes(async (stream, cancellation) =>
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: /{Interlocked.Increment(ref step)}\r\n\r\n"), cancellation));
    }
}
