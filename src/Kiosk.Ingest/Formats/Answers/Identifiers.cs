using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>Persistent identifiers in free text or in an address, each in one spelling.</summary>
internal static partial class Identifiers
{
    private const int Longest = 2_000;

    /// <summary>The identifiers in these texts, DOIs first, each once.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string?> texts) =>
        [.. texts.Select(Of).Where(found => found is not null).Select(found => found!).Distinct()
            .OrderBy(found => found[0] switch { 'd' => 0, 'h' => 1, _ => 2 })];

    /// <summary><c>doi:10.…</c>, <c>hdl:…</c> or <c>urn:nbn:…</c>; null if the text holds none.</summary>
    public static string? Of(string? text)
    {
        if (text is null || text.Length > Longest)
            return null;
        if (Doi().Match(text) is { Success: true } doi)
            return "doi:" + doi.Groups["id"].Value.TrimEnd('.', ',', ';', ')').ToLowerInvariant();
        if (Handle().Match(text) is { Success: true } handle)
            return "hdl:" + handle.Groups["id"].Value.TrimEnd('.', ',', ';');
        return Urn().Match(text) is { Success: true } urn ? urn.Value.ToLowerInvariant() : null;
    }

    /// <summary>Where an identifier leads; null for one that has no resolver.</summary>
    public static string? Resolver(string identifier)
    {
        var value = identifier[(identifier.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return identifier[..3] switch
        {
            "doi" => "https://doi.org/" + value,
            "hdl" => "https://hdl.handle.net/" + value,
            "urn" => "https://www.persistent-identifier.nl/" + identifier,
            _ => null,
        };
    }

    [GeneratedRegex(@"(?:doi\.org/|\bdoi:\s{0,3}|info:doi/|^)(?<id>10\.[0-9]{4,9}/[^\s<>""]{1,300})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex Doi();

    [GeneratedRegex(@"(?:hdl\.handle\.net/|\bhdl:\s{0,3}|info:hdl/)(?<id>[0-9][0-9.]{0,40}/[^\s<>""?#]{1,200})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex Handle();

    [GeneratedRegex(@"urn:nbn:[a-z]{2}:[a-z0-9:\-/.]{1,200}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Urn();
}
