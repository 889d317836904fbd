using Kiosk.Web.Hosting;

namespace Kiosk.Web.WebSub;

/// <summary>The section <c>Kiosk:WebSub</c>: who tells others at once that a feed changed.</summary>
public sealed record WebSubOptions : ICheckedOptions
{
    public const string Section = "Kiosk:WebSub";

    /// <summary>The WebSub hub that public feeds name, and that is told when one changed; null: there is none, and readers come by themselves.</summary>
    public string? Hub { get; init; }

    /// <summary>As an address; null if there is none.</summary>
    public Uri? HubAddress => string.IsNullOrWhiteSpace(Hub) ? null : new Uri(Hub);

    /// <inheritdoc/>
    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrWhiteSpace(Hub) && !(Uri.TryCreate(Hub, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0))
            yield return $"{Section}:Hub is ‘{Hub}’; schrijf het hele adres van een WebSub-hub, bijvoorbeeld https://hub.example.nl/, of laat de instelling weg.";
    }
}
