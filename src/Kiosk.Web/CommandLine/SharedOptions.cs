using System.CommandLine;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.CommandLine;

/// <summary>What every command takes: where the data stands, and which feeds file. They win over configuration and environment.</summary>
internal sealed class SharedOptions
{
    private readonly Option<string?> _data = new("--data") { Description = "Map met het archief en de zoekindex (standaard ./data)", Recursive = true, HelpName = "map" };
    private readonly Option<string?> _feeds = new("--feeds") { Description = "Bestand met onderwerpen en bronnen (standaard feeds.json)", Recursive = true, HelpName = "bestand" };

    public void AddTo(RootCommand root)
    {
        root.Options.Add(_data);
        root.Options.Add(_feeds);
    }

    /// <summary>The options given, as configuration.</summary>
    public Dictionary<string, string?> Settings(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>();
        if (parsed.GetValue(_data) is { } data)
            settings[$"{KioskOptions.Section}:{nameof(KioskOptions.DataDirectory)}"] = data;
        if (parsed.GetValue(_feeds) is { } feeds)
            settings[$"{KioskOptions.Section}:{nameof(KioskOptions.Feeds)}"] = feeds;
        return settings;
    }
}
