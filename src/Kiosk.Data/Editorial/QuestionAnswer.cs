namespace Kiosk.Data.Editorial;

/// <summary>What the editors did about a question that found nothing. It opens anew when it is asked often enough after that.</summary>
public sealed class QuestionAnswer
{
    public required string Question { get; set; }

    public required string Answer { get; set; }

    /// <summary>In Dutch time.</summary>
    public DateOnly AnsweredOn { get; set; }
}
