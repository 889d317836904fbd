using System.Text;

namespace Kiosk.Ingest.Sources;

/// <summary>What feeds.json says: the topics and sources that a kiosk starts with. A sound file, checked as a whole.</summary>
public sealed record FeedsFile(IReadOnlyList<FeedsTopic> Topics, IReadOnlyList<FeedsSource> Sources)
{
    private const long MostBytes = 4 * 1024 * 1024;

    /// <summary>Reads the file at a path; a file that is absent or cannot be read is a problem in the reading, never an exception.</summary>
    public static FeedsReading ReadFile(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return Unread(path, $"dit bestand is er niet. Zet het op {file.FullName}, of wijs met --feeds of Kiosk:Feeds een ander bestand aan.");
            if (file.Length > MostBytes)
                return Unread(path, $"het bestand is groter dan {MostBytes / 1024 / 1024} MB. Is dit wel de lijst met bronnen?");
            return Read(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
        }
        catch (DecoderFallbackException)
        {
            return Unread(path, "de tekst is geen UTF-8. Bewaar het bestand opnieuw en kies daarbij de codering UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unread(path, $"het bestand kan niet gelezen worden ({Quoted.Short(exception.Message)}). Kijk of het pad klopt en of de kiosk het mag lezen.");
        }
    }

    /// <summary>Reads JSON; comments and trailing commas may stand in it. Whatever it holds gives a reading, never an exception.</summary>
    public static FeedsReading Read(string text) => new FeedsParser().Parse(text);

    private static FeedsReading Unread(string path, string text) => new(null, [new FeedsProblem(Quoted.Short(path), text)], []);
}
