using Microsoft.Extensions.Options;

namespace Kiosk.Web.WebSub;

/// <summary>The section <c>Kiosk:WebSub</c>: who tells others at once that a feed changed.</summary>
public sealed record WebSubOptions
{
    public const string Section = "Kiosk:WebSub";

    /// <summary>The WebSub hub that public feeds name, and that is told when one changed; null: there is none, and readers come by themselves.</summary>
    public string? Hub { get; init; }

    /// <summary>As an address; null if there is none.</summary>
    public Uri? HubAddress => string.IsNullOrWhiteSpace(Hub) ? null : new Uri(Hub);

    /// <summary>What is wrong, each with its remedy, in Dutch; empty if all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrWhiteSpace(Hub) && !(Uri.TryCreate(Hub, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0))
            yield return $"{Section}:Hub is ‘{Hub}’; schrijf het hele adres van een WebSub-hub, bijvoorbeeld https://hub.example.nl/, of laat de instelling weg.";
    }
}

/// <summary>Says at start which entry is wrong and what to write instead.</summary>
internal sealed class WebSubOptionsValidator : IValidateOptions<WebSubOptions>
{
    public ValidateOptionsResult Validate(string? name, WebSubOptions options) => options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
