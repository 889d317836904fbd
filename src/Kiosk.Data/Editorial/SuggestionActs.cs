namespace Kiosk.Data.Editorial;

/// <summary>What editors do with links that people suggest. The answer goes out by mail, so neither can be undone.</summary>
public static class SuggestionActs
{
    public static readonly ActKind Accepted = new("suggestion-accepted", "nam een aangedragen link over:");
    public static readonly ActKind Declined = new("suggestion-declined", "wees een aangedragen link af:");

    public static readonly IReadOnlyList<ActKind> All = [Accepted, Declined];
}

/// <summary>What an act keeps of a decision about a suggested link.</summary>
public sealed record KeptDecision(string Url, string? Reason, long? Article, int? Source);
