using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kiosk.Ingest.Sources;

/// <summary>Says where JSON breaks, as an editor of the file counts: lines and characters from 1.</summary>
internal static class JsonBreak
{
    public const string Advice = "Vaak ontbreekt op deze plek, of vlak ervoor, een komma, een dubbel aanhalingsteken of een haakje.";

    /// <summary>For instance <c>feeds.json, regel 12, teken 5 ("name" "NOS")</c>.</summary>
    public static string Place(string text, JsonException exception)
    {
        if (exception.LineNumber is not { } line)
            return "feeds.json";
        var content = text.Split('\n').ElementAtOrDefault((int)line)?.TrimEnd('\r') ?? "";
        var bytes = Encoding.UTF8.GetBytes(content);
        var character = Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Clamp(exception.BytePositionInLine ?? 0, 0, bytes.Length));
        var shown = content.Trim().Length == 0 ? "" : $" ({Quoted.Short(content.Trim())})";
        return string.Create(CultureInfo.InvariantCulture, $"feeds.json, regel {line + 1}, teken {character + 1}{shown}");
    }

    /// <summary>
    /// Whether an escaped half of a surrogate pair stands anywhere, as a name or a value. It is valid JSON but no text, and
    /// System.Text.Json finds that out only when the text is asked for.
    /// </summary>
    public static bool HasHalfCharacter(JsonElement element)
    {
        try
        {
            AskForAllTexts(element);
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static void AskForAllTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    AskForAllTexts(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    AskForAllTexts(property.Value);
                }
                break;
        }
    }
}
