namespace Kiosk.Data.Editorial;

/// <summary>Who does something now, in one go: all that is recorded with it is undone together.</summary>
/// <param name="EditorId">Null if the kiosk does it by itself.</param>
/// <param name="EditorName">What to call her.</param>
/// <param name="At">The moment.</param>
public sealed record ActBatch(Guid? EditorId, string EditorName, DateTimeOffset At)
{
    public Guid Id { get; } = Guid.CreateVersion7(At);
}
