using System.Text;
using System.Text.Json;

namespace Kiosk.Data.Transfer;

/// <summary>The first and the last line of an exported archive: what it is, and that it is whole.</summary>
internal static class ArchiveFile
{
    private const string Kind = "kiosk-archive";
    private const int Version = 1;
    private const int LongestFooter = 1024;

    public static string Header(string id, DateTimeOffset now) => JsonSerializer.Serialize(new { file = Kind, version = Version, id, exported = now.ToUniversalTime() });

    public static string Footer(long rows) => JsonSerializer.Serialize(new { end = Kind, rows });

    /// <summary>The id of the export that begins with this line; null if it is the beginning of something else.</summary>
    /// <exception cref="TransferException">It is an export in a form that this version does not know.</exception>
    public static string? IdOf(string line)
    {
        if (Parsed(line) is not { } header || Text(header, "file") != Kind)
            return null;
        return header.TryGetProperty("version", out var version) && version.TryGetInt32(out var number) && number == Version && Text(header, "id") is { } id
            ? id
            : throw new TransferException("Dit archief is gemaakt door een andere versie van de Kiosk, in een vorm die deze versie niet kent. Gebruik een nieuwere versie.");
    }

    /// <summary>Whether the file ends as a whole export does. Leaves the stream at its beginning.</summary>
    public static bool IsWhole(Stream file)
    {
        file.Seek(-Math.Min(LongestFooter, file.Length), SeekOrigin.End);
        var tail = new byte[Math.Min(LongestFooter, file.Length)];
        file.ReadExactly(tail);
        file.Seek(0, SeekOrigin.Begin);
        return IsFooter(Encoding.UTF8.GetString(tail).TrimEnd().Split('\n')[^1]);
    }

    public static bool IsFooter(string line) => Parsed(line) is { } footer && Text(footer, "end") == Kind;

    private static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Parsed(string line)
    {
        try
        {
            return JsonElement.Parse(line) is { ValueKind: JsonValueKind.Object } element ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
