using System.Diagnostics;
using Kiosk.Data.Storage;
using Kiosk.Web.Operations;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Beheer.Toestand;

/// <summary>What is wrong, since when, and what to do: the same that metrics say to programs.</summary>
public sealed class ToestandPage(Rounds rounds, IndexLag lag, StorageOptions storage) : PageModel
{
    public static string Version { get; } = typeof(ToestandPage).Assembly.GetName().Version?.ToString(3) ?? "";

    public IReadOnlyList<(Finding Finding, DateTimeOffset Since)> Findings { get; private set; } = [];

    public IndexState Index { get; private set; } = new(false, 0, 0, false);

    public string Node => Environment.MachineName;

    public string Storage => storage.UsesPostgres ? "PostgreSQL" : "SQLite";

    public string DataDirectory => storage.DataDirectory;

    public DateTimeOffset OpenSince { get; } = new(Process.GetCurrentProcess().StartTime.ToUniversalTime());

    public long Megabytes => Environment.WorkingSet / 1_000_000;

    public string Summary => (Count(FindingState.Bad), Count(FindingState.Note)) switch
    {
        (0, 0) => "Alles is in orde.",
        (0, var notes) => $"Alles werkt. {(notes == 1 ? "Eén ding verdient" : $"{notes} dingen verdienen")} je aandacht.",
        (1, _) => "Er is één ding mis.",
        (var bad, _) => $"Er zijn {bad} dingen mis.",
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Findings = await rounds.LookAsync(cancellation);
        Index = await lag.ReadAsync(cancellation);
    }

    public static string Word(FindingState state) => state switch
    {
        FindingState.Good => "goed",
        FindingState.Note => "let op",
        _ => "mis",
    };

    public static string Tone(FindingState state) => state switch
    {
        FindingState.Good => "good",
        FindingState.Note => "warn",
        _ => "bad",
    };

    private int Count(FindingState state) => Findings.Count(found => found.Finding.State == state);
}
