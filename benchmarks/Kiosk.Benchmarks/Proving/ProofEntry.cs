namespace Kiosk.Benchmarks.Proving;

/// <summary>A step and what came of it.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Seconds">That it took, filling included.</param>
/// <param name="MostResident">Of its own process, in megabytes.</param>
/// <param name="Load">How many processes waited for a processor when it ended, by Linux' average of a minute: above the number of processors, times by the clock are too long.</param>
/// <param name="Said">What it said about itself that is no figure, such as why a peer is missing.</param>
/// <param name="Skipped">Why there are no figures; null if there are.</param>
internal sealed record ProofEntry(
    string Part, int Size, string Key, DateTimeOffset At, double Seconds, double MostResident, double Load, IReadOnlyList<Figure> Figures, IReadOnlyList<string> Said, string? Skipped);
