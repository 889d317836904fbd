using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>A JSON text read whole, or up to the last item before it breaks off.</summary>
internal static partial class JsonReading
{
    private const int Depth = 64;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Depth };

    /// <summary>Null if nothing of it can be read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isRepaired">True if the end was missing or spoilt.</param>
    public static JsonDocument? Of(string text, out bool isRepaired)
    {
        isRepaired = false;
        var bytes = Encoding.UTF8.GetBytes(WholeCharacters(text));
        if (Parse(bytes) is { } whole)
            return whole;
        isRepaired = true;
        return WholeItems(bytes) is { } end and > 0 ? Parse([.. bytes.AsSpan(0, end), (byte)']', (byte)'}']) : null;
    }

    /// <summary>The text with a replacement character for each escape that is half a character beyond the first 65,536: JSON allows these, .NET throws only when such a string is read.</summary>
    public static string WholeCharacters(string text) => Surrogate().Replace(text, match => match.Length > "\\uD800".Length ? match.Value : "\\uFFFD");

    private static JsonDocument? Parse(byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The position after the last complete object in the outermost "items".
    private static int WholeItems(byte[] bytes)
    {
        const int depthOfItem = 2;
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Depth });
        var (end, isItems) = (0, false);
        try
        {
            while (reader.Read())
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                    isItems = reader.ValueTextEquals("items"u8);
                else if (isItems && reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == depthOfItem)
                    end = (int)reader.BytesConsumed;
        }
        catch (JsonException)
        {
            // Up to here it was good.
        }
        return end;
    }

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Surrogate();
}
