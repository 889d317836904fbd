using Kiosk.Web.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Accounts;

/// <summary>
/// Where the kiosk is found from outside, for links in mails. Never taken from a request: whoever asks for a link to somebody else's
/// address could name a host of her own, and the secret would go there.
/// </summary>
public sealed class PublicAddress(IOptions<KioskOptions> options, IServiceProvider services)
{
    private const string Default = "http://localhost:5000";

    /// <summary>The whole address of a path of the kiosk.</summary>
    public Uri Of(string path) => new(new Uri(options.Value.Address ?? Listening() ?? Default), path);

    /// <summary>Where this node listens; a wildcard becomes this machine.</summary>
    private string? Listening() => services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?
        .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal);
}
