using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>The name in "mail (Name)", "Name (mail)", "Name &lt;mail&gt;"; the address only where nothing else stands.</summary>
internal static partial class PersonName
{
    private const int Longest = 300;

    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var written = text.Length > Longest ? text[..Longest] : text;
        var match = Both().Match(written);
        if (match.Success)
            written = new[] { match.Groups["before"].Value, match.Groups["after"].Value, match.Groups["mail"].Value }
                .First(part => !string.IsNullOrWhiteSpace(part));
        return PlainText.Line(written, Longest)?.Trim('"', ' ');
    }

    [GeneratedRegex(@"^\s*(?:(?<mail>[^\s()<>@]+@[^\s()<>@]+)\s*\((?<after>[^()]*)\)|(?<before>[^()<>]*?)\s*[(<]\s*(?:mailto:)?(?<mail>[^\s()<>@]+@[^\s()<>@]+)\s*[)>])\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Both();
}
