using Kiosk.Data.Editorial;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>What came of an editor's work on one or more pieces.</summary>
/// <param name="Outcomes">By article.</param>
/// <param name="Problem">What is wrong with what she filled in, in Dutch; null if nothing. Then nothing was done.</param>
public sealed record DeskResult(IReadOnlyDictionary<long, WorkOutcome> Outcomes, string? Problem)
{
    public static DeskResult Wrong(string problem) => new(new Dictionary<long, WorkOutcome>(), problem);

    /// <summary>Pieces that were left as they are, since somebody or something else changed them.</summary>
    public IReadOnlyList<long> Refused => [.. Outcomes.Where(outcome => outcome.Value is not WorkOutcome.Done and not WorkOutcome.Unchanged).Select(outcome => outcome.Key)];

    public bool IsDone => Problem is null && Refused.Count == 0;
}
