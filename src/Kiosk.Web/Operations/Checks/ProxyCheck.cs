using Kiosk.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether the web server in front of the kiosk passes on where visitors come from, and is believed. Only a node that gets requests can tell.</summary>
internal sealed class ProxyCheck(FrontDoor door, IOptions<KioskOptions> options) : ICheck
{
    private const string Name = "Webserver ervoor";

    public Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Finding>>([Look()]);

    private Finding Look()
    {
        if (door.Unbelieved is { } proxy)
            return Finding.Bad(Name, $"De webserver op {proxy} geeft bezoek door, maar de Kiosk vertrouwt hem niet: alle bezoekers lijken van één adres te komen.", $"Zet Kiosk:ProxyNetworks op zijn netwerk, bijvoorbeeld {proxy}/{(proxy.GetAddressBytes().Length == 4 ? 32 : 128)}.");
        if (options.Value.Address?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) != true)
            return Finding.Good(Name, "Er is geen https-adres ingesteld, dus er hoeft geen webserver voor te staan.");
        if (door.SawHttps)
            return Finding.Good(Name, "Bezoek komt binnen over https.");
        return door.SawPlain
            ? Finding.Bad(Name, "De Kiosk heeft een https-adres, maar de webserver ervoor zegt niet dat bezoek over https kwam.", "Laat de webserver de kop X-Forwarded-Proto meesturen; deploy/Caddyfile is een voorbeeld.")
            : Finding.Good(Name, "Er kwam nog geen bezoek van buiten; dit knooppunt kan er nog niets over zeggen.");
    }
}
