using System.Net;
using System.Text;
using Kiosk.Ingest.Fetching.Robots;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kiosk.Ingest.Fetching;

/// <summary>Puts fetching together: the guarded client, its options, and the gate that keeps us polite.</summary>
public static class FetchingSetup
{
    /// <summary>The named client that carries the address guard, the limits and the User-Agent.</summary>
    public const string ClientName = "fetch";

    /// <summary>
    /// Adds <see cref="Fetcher"/> and <see cref="HostGate"/>. Options come from <c>Kiosk:Fetch</c> and are checked at start. A
    /// <see cref="ResolveHost"/> or <see cref="TimeProvider"/> that is registered before is used, and so is a <see cref="RobotsShelf"/>.
    /// </summary>
    public static IServiceCollection AddKioskFetching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FetchOptions>().Bind(configuration.GetSection(FetchOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FetchOptions>, FetchOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ResolveHost>(static (host, cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken));
        services.AddSingleton<Fetcher>();
        services.AddSingleton<Poster>();
        services.AddSingleton<HostGate>();
        services.AddSingleton<PoliteFetcher>();
        services.AddSingleton(Robots);
        services.AddHttpClient(ClientName, Configure)
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }

    /// <summary>robots.txt is asked for outside the host's turn: whoever asks may be about to take that turn.</summary>
    private static RobotsGate Robots(IServiceProvider services)
    {
        var fetcher = services.GetRequiredService<Fetcher>();
        return new RobotsGate(UserAgent.Product, fetcher.FetchAsync, services.GetRequiredService<TimeProvider>(), services.GetService<RobotsShelf>());
    }

    private static void Configure(IServiceProvider services, HttpClient client)
    {
        var options = services.GetRequiredService<IOptions<FetchOptions>>().Value;
        client.Timeout = Timeout.InfiniteTimeSpan; // the fetcher keeps the time, body included
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Of(options.Contact));
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "nl, en;q=0.5");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
    }

    private static SocketsHttpHandler Handler(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<FetchOptions>>().Value;
        var guard = new ConnectGuard(services.GetRequiredService<ResolveHost>(), new AllowedHosts(options.AllowedPrivateHosts));
        return new SocketsHttpHandler
        {
            ConnectCallback = guard.ConnectAsync,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            MaxResponseHeadersLength = 64, // KB
            MaxResponseDrainSize = 64 * 1024,
            // Validators go back letter by letter, whatever letters a server chose.
            RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        };
    }
}
