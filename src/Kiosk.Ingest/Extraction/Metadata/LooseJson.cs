using System.Net;
using System.Text;
using System.Text.Json;
using Kiosk.Ingest.Formats.Feeds;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>JSON as web pages carry it: in comments or CDATA, with line ends or quotation marks in strings, commas too many or too few, several
/// texts in a row, escaped for HTML once too often, or cut off.</summary>
internal static class LooseJson
{
    private const int MaxLength = 2_000_000;
    private const int MaxDepth = 48;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    /// <summary>Null if nothing of it can be read.</summary>
    public static JsonElement? Parse(string text)
    {
        if (text.Length > MaxLength)
            return null;
        text = text.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        if (!text.Contains('"', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        var start = text.AsSpan().IndexOfAny('{', '[');
        if (start < 0)
            return null;
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        var json = text[start..(end > start ? end + 1 : text.Length)];
        return TryParse(json) ?? Repaired(json);
    }

    private static JsonElement? Repaired(string json)
    {
        var (repaired, unclosed) = Repair(json);
        return TryParse(repaired) ?? TryParse($"[{repaired}]") ?? (unclosed.Length > 0 ? TryParse(repaired.TrimEnd(',', ' ') + unclosed) : null);
    }

    private static JsonElement? TryParse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonReading.WholeCharacters(json), Options);
            return document.RootElement.Clone();
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            // ArgumentException: half a surrogate pair.
            return null;
        }
    }

    /// <summary>Control characters in strings become spaces, a stray backslash is doubled, a quotation mark that closes nothing escaped, a missing
    /// comma added; and what is missing to close what was opened.</summary>
    private static (string Json, string Unclosed) Repair(string json)
    {
        var repaired = new StringBuilder(json.Length);
        var open = new Stack<char>();
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (c == '"' && inString && !IsClosing(json, i))
                repaired.Append('\\');
            else if (c == '"')
                inString = !inString;
            else if (!inString && c is '{' or '[' && open.Count < MaxDepth)
                open.Push(c == '{' ? '}' : ']');
            else if (!inString && c is '}' or ']' && open.Count > 0)
                open.Pop();
            if (inString && c == '\\' && i + 1 < json.Length)
            {
                var isEscape = "\"\\/bfnrtu".Contains(json[i + 1], StringComparison.Ordinal);
                repaired.Append(isEscape ? "\\" : "\\\\");
                if (isEscape)
                    repaired.Append(json[++i]);
                continue;
            }

            repaired.Append(char.IsControl(c) ? ' ' : c);
            if (!inString && c is '"' or '}' or ']' && Next(json, i + 1) is { } next && next < json.Length && IsStart(json[next], c))
                repaired.Append(',');
        }

        return (repaired.ToString(), (inString ? "\"" : "") + string.Concat(open));
    }

    /// <summary>Whether what follows a quotation mark can follow a string: the next name or value, or the end of what holds it.</summary>
    private static bool IsClosing(string json, int at)
    {
        var next = Next(json, at + 1);
        if (next == json.Length || json[next] is ':' or '}' or ']' or '"')
            return true;
        if (json[next] != ',')
            return false;
        var after = json.AsSpan(Next(json, next + 1));
        return after.IsEmpty || after[0] is '"' or '{' or '[' or '}' or ']' or '-' || char.IsAsciiDigit(after[0])
            || after.StartsWith("true", StringComparison.Ordinal) || after.StartsWith("false", StringComparison.Ordinal) || after.StartsWith("null", StringComparison.Ordinal);
    }

    /// <summary>Whether a value or a name begins, right after another that ends in this character.</summary>
    private static bool IsStart(char c, char end) => c == '"' || c == '{' && end is '}' or ']' || c == '[' && end is '}' or ']';

    private static int Next(string json, int at)
    {
        while (at < json.Length && char.IsWhiteSpace(json[at]))
            at++;
        return at;
    }
}
