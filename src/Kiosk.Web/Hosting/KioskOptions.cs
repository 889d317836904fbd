using System.ComponentModel.DataAnnotations;

namespace Kiosk.Web.Hosting;

/// <summary>The section <c>Kiosk</c> of the configuration. Each setting can also be an environment variable: <c>KIOSK__DATADIRECTORY</c>.</summary>
public sealed record KioskOptions
{
    public const string Section = "Kiosk";

    /// <summary>Everything that the kiosk writes stands in here.</summary>
    [Required(ErrorMessage = "Kiosk:DataDirectory is leeg. Noem een map waarin de Kiosk mag schrijven, of laat de instelling weg: dan wordt het ./data.")]
    public string DataDirectory { get; init; } = "data";

    /// <summary>The file with topics and sources; null takes feeds.json in the current directory, or else the one beside the program.</summary>
    public string? Feeds { get; init; }

    /// <summary>Seconds between two looks at which sources are due.</summary>
    [Range(1, 3600, ErrorMessage = "Kiosk:HarvestTickSeconds moet tussen 1 en 3600 liggen.")]
    public int HarvestTickSeconds { get; init; } = 30;

    /// <summary>False keeps this node from harvesting; it still serves pages.</summary>
    public bool Harvest { get; init; } = true;

    /// <summary>Sources that are fetched at the same time.</summary>
    [Range(1, 64, ErrorMessage = "Kiosk:HarvestParallel moet tussen 1 en 64 liggen.")]
    public int HarvestParallel { get; init; } = 4;

    /// <summary>The feeds file that is meant, as a full path.</summary>
    public string FeedsFile()
    {
        if (!string.IsNullOrWhiteSpace(Feeds))
            return Path.GetFullPath(Feeds);
        var here = Path.GetFullPath("feeds.json");
        return File.Exists(here) ? here : Path.Combine(AppContext.BaseDirectory, "feeds.json");
    }
}
