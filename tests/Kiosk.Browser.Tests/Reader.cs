using Kiosk.Data.Accounts;
using Microsoft.Playwright;

namespace Kiosk.Browser.Tests;

/// <summary>Who visits, with what in hand.</summary>
internal sealed record Reader
{
    public static readonly Reader AtADesk = new();
    public static readonly Reader OnAPhone = new() { Width = 390, Height = 844 };
    public static readonly Reader AnEditor = new() { Role = Kiosk.Data.Accounts.Role.Redacteur };
    public static readonly Reader WithoutScript = new() { Script = false };

    /// <summary>Of the window, in CSS pixels.</summary>
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;

    public bool Script { get; init; } = true;

    /// <summary>Whether pages are kept for the train; that worker asks for pages itself, so tests of other things are better off without it.</summary>
    public bool Keeps { get; init; }

    /// <summary>As what she is signed in; null if she is not.</summary>
    public Role? Role { get; init; }

    public BrowserNewContextOptions Options(string address) => new()
    {
        BaseURL = address,
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        JavaScriptEnabled = Script,
        ServiceWorkers = Keeps ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        ReducedMotion = ReducedMotion.Reduce,
        ColorScheme = ColorScheme.Light,
        Locale = "nl-NL",
    };
}
