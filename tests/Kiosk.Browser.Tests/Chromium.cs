namespace Kiosk.Browser.Tests;

/// <summary>The browser of this machine; none is downloaded.</summary>
internal static class Chromium
{
    private const string Variable = "KIOSK_TEST_CHROMIUM";

    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static string File { get; } = Environment.GetEnvironmentVariable(Variable) ?? "/usr/bin/chromium";

    /// <summary>Why these tests cannot run here; null if they can.</summary>
    public static string? Missing { get; } =
        System.IO.File.Exists(File) ? null : $"There is no Chromium at {File}. Install it, or name it in the environment variable {Variable}.";
}
