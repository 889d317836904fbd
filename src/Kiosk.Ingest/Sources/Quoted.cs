namespace Kiosk.Ingest.Sources;

/// <summary>Shows foreign text in a message.</summary>
internal static class Quoted
{
    private const int Longest = 80;

    /// <summary>The text on one line, without control characters, cut after 80 characters.</summary>
    public static string Short(string text)
    {
        var line = new string([.. text.Take(Longest).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return text.Length > Longest ? line + "…" : line;
    }
}
