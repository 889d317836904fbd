namespace Kiosk.Web.Digests.Writing;

/// <summary>The small print of a letter.</summary>
/// <param name="Email">Of the subscriber; null in a preview.</param>
/// <param name="Since">When she subscribed; null in a preview.</param>
/// <param name="Publisher">Who sends it, with a postal address; null if the operator said nothing.</param>
/// <param name="TakesAnswers">Whether an answer to the mail is read by somebody.</param>
public sealed record LetterFoot(string? Email, DateOnly? Since, string? Publisher, bool TakesAnswers);
