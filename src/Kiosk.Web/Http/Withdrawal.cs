namespace Kiosk.Web.Http;

/// <summary>Travels with a request that answers 410: what was taken away, and why.</summary>
/// <param name="Reason">In Dutch, for readers; null if none was given.</param>
public sealed record Withdrawal(string Title, string? Reason);
