using System.Diagnostics.CodeAnalysis;
using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>Addresses in answers, and whether they stay with their source.</summary>
internal static class Addresses
{
    private const int Longest = 4_000;

    /// <summary>An http(s) address made absolute, without a plain fragment.</summary>
    public static bool TryResolve(string? text, Uri? within, [NotNullWhen(true)] out Uri? found)
    {
        found = null;
        var written = text?.Trim();
        if (written is not { Length: > 0 and <= Longest } || written[0] == '#')
            return false;
        // On Unix "/nieuws" alone would parse as a file.
        var isRelative = !written.Contains("://", StringComparison.Ordinal);
        if (isRelative && within is null)
            return false;
        return (isRelative ? Uri.TryCreate(within, written, out found) : Uri.TryCreate(written, UriKind.Absolute, out found)) && IsWeb(found);
    }

    public static string? Resolve(string? text, Uri? within) => TryResolve(text, within, out var found) ? found.AbsoluteUri : null;

    /// <summary>True for one host with or without www, and for a host below the other. Ports do not count.</summary>
    public static bool AreOneSite(Uri left, Uri right)
    {
        var (one, other) = (Plain(left), Plain(right));
        return (one == other && one.Length > 0) || IsBelow(one, other) || IsBelow(other, one);
    }

    private static bool IsWeb(Uri address) => WebHost.Of(address) is not null;

    private static bool IsBelow(string inner, string outer) =>
        outer.Contains('.', StringComparison.Ordinal) && inner.Length > outer.Length && inner.EndsWith(outer, StringComparison.Ordinal) && inner[^(outer.Length + 1)] == '.';

    private static string Plain(Uri address)
    {
        var host = WebHost.Of(address)?.ToLowerInvariant() ?? "";
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
