using System.Net;
using Kiosk.Ingest.Fetching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Ingest.Tests.Fetching;

/// <summary>The real fetcher with the real client, configured as the program configures it.</summary>
internal sealed class FetcherUnderTest : IDisposable
{
    private readonly ServiceProvider _services;

    public FetcherUnderTest(string allowed, ResolveHost? resolve = null, params (string Entry, string Value)[] settings)
    {
        var entries = new Dictionary<string, string?> { [Key("AllowedPrivateHosts")] = allowed, [Key("HostGapSeconds")] = "0" };
        foreach (var (entry, value) in settings)
            entries[Key(entry)] = value;
        var collection = new ServiceCollection();
        if (resolve is not null)
            collection.AddSingleton(resolve);
        _services = collection.AddKioskFetching(new ConfigurationBuilder().AddInMemoryCollection(entries).Build()).BuildServiceProvider();
    }

    public Task<FetchResult> FetchAsync(string url) => FetchAsync(new FetchRequest(url));

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default) =>
        _services.GetRequiredService<Fetcher>().FetchAsync(request, cancellationToken);

    public void Dispose() => _services.Dispose();

    private static string Key(string entry) => $"{FetchOptions.Section}:{entry}";

    public static ResolveHost Always(string address) => (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]);
}
