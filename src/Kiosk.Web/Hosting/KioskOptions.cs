namespace Kiosk.Web.Hosting;

/// <summary>The section <c>Kiosk</c> of the configuration. Each setting can also be an environment variable: <c>KIOSK__DATADIRECTORY</c>.</summary>
public sealed record KioskOptions
{
    public const string Section = "Kiosk";

    /// <summary>Everything that the kiosk writes stands in here.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>The file with topics and sources; null takes feeds.json in the current directory, or else the one beside the program.</summary>
    public string? Feeds { get; init; }

    /// <summary>Seconds between two looks at which sources are due.</summary>
    public int HarvestTickSeconds { get; init; } = 30;

    /// <summary>False keeps this node from harvesting; it still serves pages.</summary>
    public bool Harvest { get; init; } = true;

    /// <summary>Sources that are fetched at the same time.</summary>
    public int HarvestParallel { get; init; } = 4;

    /// <summary>What pictures of sources may take on disk, in megabytes; the longest unused make room.</summary>
    public int ImageCacheMegabytes { get; init; } = 512;

    /// <summary>What is wrong, each with its remedy, in Dutch; empty if all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
            yield return "Kiosk:DataDirectory is leeg. Noem een map waarin de Kiosk mag schrijven, of laat de instelling weg: dan wordt het ./data.";
        if (HarvestTickSeconds is < 1 or > 3600)
            yield return $"Kiosk:HarvestTickSeconds is {HarvestTickSeconds}; kies een aantal seconden van 1 tot en met 3600.";
        if (HarvestParallel is < 1 or > 64)
            yield return $"Kiosk:HarvestParallel is {HarvestParallel}; kies een aantal van 1 tot en met 64.";
        if (ImageCacheMegabytes is < 10 or > 1_000_000)
            yield return $"Kiosk:ImageCacheMegabytes is {ImageCacheMegabytes}; kies een aantal megabytes van 10 tot en met 1000000.";
    }

    /// <summary>The feeds file that is meant, as a full path.</summary>
    public string FeedsFile()
    {
        if (!string.IsNullOrWhiteSpace(Feeds))
            return Path.GetFullPath(Feeds);
        var here = Path.GetFullPath("feeds.json");
        return File.Exists(here) ? here : Path.Combine(AppContext.BaseDirectory, "feeds.json");
    }
}
