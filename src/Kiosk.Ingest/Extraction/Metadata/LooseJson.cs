using System.Text;
using System.Text.Json;
using Kiosk.Ingest.Formats.Feeds;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>JSON as web pages carry it: in comments or CDATA, with line ends in strings, commas too many, or cut off.</summary>
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
        return TryParse(repaired) ?? (unclosed.Length > 0 ? TryParse(repaired.TrimEnd(',', ' ') + unclosed) : null);
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

    /// <summary>Control characters in strings become spaces, a stray backslash is doubled; and what is missing to close what was opened.</summary>
    private static (string Json, string Unclosed) Repair(string json)
    {
        var repaired = new StringBuilder(json.Length);
        var open = new Stack<char>();
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (c == '"')
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
        }

        return (repaired.ToString(), (inString ? "\"" : "") + string.Concat(open));
    }
}
