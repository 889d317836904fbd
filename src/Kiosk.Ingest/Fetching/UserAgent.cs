using System.Reflection;

namespace Kiosk.Ingest.Fetching;

/// <summary>Says honestly who is fetching, and how to reach us.</summary>
public static class UserAgent
{
    /// <summary>The product token; robots.txt names us by it.</summary>
    public const string Product = "deKiosk";

    public static string Of(string contact) => $"{Product}/{Version()} (+{contact})";

    /// <summary>True for what can stand in the header: a web or mail address.</summary>
    public static bool IsContact(string? contact) =>
        !string.IsNullOrEmpty(contact)
        && contact.Length <= 200
        && contact.All(static c => c is > ' ' and < '\u007F' and not ('(' or ')' or '\\' or '<' or '>' or '"'))
        && (contact.Contains('@', StringComparison.Ordinal)
            || (Uri.TryCreate(contact, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"));

    private static string Version() => typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0";
}
