using System.Net;

namespace Kiosk.Web.Hosting;

/// <summary>The section <c>Kiosk</c> of the configuration. Each setting can also be an environment variable: <c>KIOSK__DATADIRECTORY</c>.</summary>
public sealed record KioskOptions : ICheckedOptions
{
    public const string Section = "Kiosk";

    /// <summary>Everything that the kiosk writes stands in here.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>The file with topics and sources; null takes feeds.json in the current directory, or else the one beside the program.</summary>
    public string? Feeds { get; init; }

    /// <summary>Seconds between two looks at which sources are due.</summary>
    public int HarvestTickSeconds { get; init; } = 15;

    /// <summary>False keeps this node from harvesting; it still serves pages.</summary>
    public bool Harvest { get; init; } = true;

    /// <summary>Sources that are fetched at the same time.</summary>
    public int HarvestParallel { get; init; } = 4;

    /// <summary>Seconds that a node may be silent about a source, a page or a letter before another takes it over, at its next look. Work may take longer: a node tells meanwhile that it is at it. The same on all nodes.</summary>
    public int LeaseSeconds { get; init; } = 30;

    /// <summary>What pictures of sources may take on disk, in megabytes; the longest unused make room.</summary>
    public int ImageCacheMegabytes { get; init; } = 512;

    /// <summary>The kiosk's own address for the outside world, used in mails: <c>https://kiosk.example.nl</c>. Null takes where this node listens.</summary>
    public string? Address { get; init; }

    /// <summary>Who may make an account: <c>invited</c> (only whom an operator asks in), <c>open</c> (everybody), or mail domains: <c>@gemeente.nl, @wijkteam.nl</c>.</summary>
    public string Registration { get; init; } = "invited";

    /// <summary>Whether editors and operators must sign in with a second step.</summary>
    public bool RequireSecondFactor { get; init; } = true;

    /// <summary>
    /// From which networks <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed, beside this machine: <c>10.0.0.0/8, fd00::/8</c>. Only a
    /// reverse proxy may be able to reach the kiosk from there.
    /// </summary>
    public string? ProxyNetworks { get; init; }

    /// <summary>Who shows this as a bearer token may read <c>/metrics</c> from anywhere; null leaves it to this machine.</summary>
    public string? MetricsToken { get; init; }

    /// <summary>How logs are written: <c>text</c> for people, <c>json</c> for programs.</summary>
    public string Logs { get; init; } = "text";

    /// <inheritdoc/>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
            yield return "Kiosk:DataDirectory is leeg. Noem een map waarin de Kiosk mag schrijven, of laat de instelling weg: dan wordt het ./data.";
        if (HarvestTickSeconds is < 1 or > 3600)
            yield return $"Kiosk:HarvestTickSeconds is {HarvestTickSeconds}; kies een aantal seconden van 1 tot en met 3600.";
        if (HarvestParallel is < 1 or > 64)
            yield return $"Kiosk:HarvestParallel is {HarvestParallel}; kies een aantal van 1 tot en met 64.";
        if (LeaseSeconds is < 5 or > 3600)
            yield return $"Kiosk:LeaseSeconds is {LeaseSeconds}; kies een aantal seconden van 5 tot en met 3600, overal hetzelfde.";
        if (ImageCacheMegabytes is < 10 or > 1_000_000)
            yield return $"Kiosk:ImageCacheMegabytes is {ImageCacheMegabytes}; kies een aantal megabytes van 10 tot en met 1000000.";
        if (Address is not null && !(Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsolutePath == "/"))
            yield return $"Kiosk:Address is ‘{Address}’; schrijf het adres van de Kiosk zonder pad, bijvoorbeeld https://kiosk.example.nl.";
        foreach (var network in Networks(ProxyNetworks).Where(network => !IPNetwork.TryParse(network, out _)))
            yield return $"Kiosk:ProxyNetworks bevat ‘{network}’; schrijf netwerken als 10.0.0.0/8, met komma’s ertussen.";
        if (Logs is not ("text" or "json"))
            yield return $"Kiosk:Logs is ‘{Logs}’; kies text of json.";
        if (MetricsToken is { Length: > 0 and < 16 })
            yield return "Kiosk:MetricsToken is te kort om geheim te blijven; neem minstens 16 tekens.";
        if (Accounts.Registration.Parse(Registration) is null)
            yield return $"Kiosk:Registration is ‘{Registration}’; kies invited, open, of domeinen zoals @gemeente.nl.";
    }

    /// <summary>The networks whose forwarded headers are believed; empty for this machine alone.</summary>
    /// <exception cref="FormatException">The setting is wrong; <see cref="Problems"/> says how.</exception>
    public IEnumerable<IPNetwork> TrustedNetworks() => Networks(ProxyNetworks).Select(network => IPNetwork.Parse(network));

    /// <summary>The feeds file that is meant, as a full path.</summary>
    public string FeedsFile()
    {
        if (!string.IsNullOrWhiteSpace(Feeds))
            return Path.GetFullPath(Feeds);
        var here = Path.GetFullPath("feeds.json");
        return File.Exists(here) ? here : Path.Combine(AppContext.BaseDirectory, "feeds.json");
    }

    private static string[] Networks(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
