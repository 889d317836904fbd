namespace Kiosk.Browser.Tests;

/// <summary>
/// The browser of this machine; none is downloaded. The shell without a window draws the same pages for little more than half of the processor: the whole
/// browser makes renderers for its own toolbar, also where nobody sees one.
/// </summary>
internal static class Chromium
{
    private const string Variable = "KIOSK_TEST_CHROMIUM";

    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Files = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    public static string File { get; } = Environment.GetEnvironmentVariable(Variable) ?? Files.FirstOrDefault(System.IO.File.Exists, Files[^1]);

    /// <summary>Why these tests cannot run here; null if they can.</summary>
    public static string? Missing { get; } =
        System.IO.File.Exists(File) ? null : $"There is no Chromium at {File}. Install it, or name it in the environment variable {Variable}.";
}
