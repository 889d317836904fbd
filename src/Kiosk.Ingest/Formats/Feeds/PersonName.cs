using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>The name of who is written with a mail address before or after it: "mail (Name)", "Name &lt;mail&gt;", "Name, mail"; the address only
/// where nothing else stands.</summary>
internal static partial class PersonName
{
    private const int Longest = 300;

    public static string? Of(string? text)
    {
        if (PlainText.Line(text, Longest) is not { } written)
            return null;
        // Several addresses are several people: who is who cannot be told.
        if (Address().Matches(written) is [var address])
            written = Beside(written.Remove(address.Index, address.Length)) is { Length: > 0 } name ? name : address.Groups["mail"].Value;
        return written.Trim('"', ' ');
    }

    private static string Beside(string text)
    {
        var name = text.Trim(' ', ',', ';', ':', '-');
        return name is ['(', .., ')'] ? name[1..^1].Trim() : name;
    }

    [GeneratedRegex(@"[(<\[]?\s*(?:mailto:)?(?<![\w/@.])(?<mail>[\w.+%'\-]{1,100}@[\w.\-]{1,200})(?:\?[^\s()<>\[\]]{0,200})?\s*[)>\]]?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Address();
}
