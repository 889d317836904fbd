using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kiosk.Web.Mail;

/// <summary>A mail that <see cref="Outbox"/> wrote, read back (RFC 5322, 2045, 2047): as much of it as the kiosk itself writes.</summary>
public sealed partial class WrittenMail
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    private WrittenMail()
    {
    }

    /// <summary>In their order, decoded, without the envelope that the mail client writes on top.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; private set; } = [];

    /// <summary>Empty if there is none.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Null if the mail is plain text alone.</summary>
    public string? Html { get; private set; }

    /// <summary>The value of a header, decoded; empty if it is not there.</summary>
    public string this[string header] => _headers.GetValueOrDefault(header, "");

    public static WrittenMail Parse(string eml)
    {
        var mail = new WrittenMail();
        var (headers, body) = Split(eml.ReplaceLineEndings("\n"));
        mail.Headers = [.. headers.Where(header => !header.Name.StartsWith("X-", StringComparison.OrdinalIgnoreCase)).Select(header => (header.Name, Decoded(header.Value)))];
        foreach (var (name, value) in headers)
            mail._headers[name] = Decoded(value);
        mail.Take(mail["Content-Type"], mail["Content-Transfer-Encoding"], body);
        return mail;
    }

    private void Take(string type, string encoding, string body)
    {
        if (Boundary().Match(type) is { Success: true } boundary)
        {
            foreach (var part in body.Split("--" + boundary.Groups["name"].Value).Skip(1).Where(part => !part.StartsWith("--", StringComparison.Ordinal)))
            {
                var (headers, content) = Split(part.TrimStart('\n'));
                var of = headers.ToLookup(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
                Take(of["Content-Type"].FirstOrDefault("text/plain"), of["Content-Transfer-Encoding"].FirstOrDefault(""), content);
            }
        }
        else if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
            Html = Content(encoding, body);
        else
            Text = Content(encoding, body);
    }

    private static (List<(string Name, string Value)> Headers, string Body) Split(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = Folded().Replace(end < 0 ? text : text[..end], " ");
        var headers = head.Split('\n').Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2).Select(pair => (pair[0].Trim(), pair[1].Trim())).ToList();
        return (headers, end < 0 ? "" : text[(end + 2)..]);
    }

    private static string Content(string encoding, string body) => encoding.ToLowerInvariant() switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(body.Where(letter => !char.IsWhiteSpace(letter))))),
        "quoted-printable" => Encoding.UTF8.GetString(QuotedPrintable(body.Replace("=\n", "", StringComparison.Ordinal), underscoreIsSpace: false)),
        _ => body,
    };

    /// <summary>RFC 2047: blanks between two encoded words are none, and a letter may be cut over two of the same kind.</summary>
    private static string Decoded(string value) => EncodedWord().Replace(BetweenWords().Replace(value, "?==?"), match =>
    {
        var text = match.Groups["text"].Value;
        return Encoding.UTF8.GetString(match.Groups["kind"].Value is "B" or "b" ? Convert.FromBase64String(text) : QuotedPrintable(text, underscoreIsSpace: true));
    });

    private static byte[] QuotedPrintable(string text, bool underscoreIsSpace)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '=' && at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                at += 2;
            }
            else if (text[at] == '_' && underscoreIsSpace)
                bytes.Add((byte)' ');
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(text, at, 1));
        }

        return [.. bytes];
    }

    [GeneratedRegex("""boundary="?(?<name>[^";]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Folded();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex EncodedWord();
}
