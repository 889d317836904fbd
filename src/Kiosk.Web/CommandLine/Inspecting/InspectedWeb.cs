using Kiosk.Ingest.Discovery;
using Kiosk.Ingest.Fetching;
using Kiosk.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.CommandLine.Inspecting;

/// <summary>Fetches what is to be inspected: through the same guard and limits, and with the same settings, as a harvest. Opens no archive.</summary>
internal static class InspectedWeb
{
    private static readonly Lazy<ServiceProvider> Services = new(() =>
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        return new ServiceCollection().AddKioskFetching(builder.Configuration).AddSingleton<SourceDiscovery>().BuildServiceProvider();
    });

    /// <summary>The request with what its address gives; as it is if it names none.</summary>
    /// <exception cref="OpeningException">Nothing came; the message says why.</exception>
    public static async Task<InspectRequest> FetchedAsync(InspectRequest request, CancellationToken cancellation)
    {
        if (request.Address is not { } address)
            return request;
        var fetched = await Part<Fetcher>().FetchAsync(new FetchRequest(address), cancellation);
        if (fetched.Outcome != FetchOutcome.Fetched)
            throw new OpeningException(fetched.Message);
        var isRobots = request.What == "robots";
        return request with { Body = fetched.Body, Url = isRobots ? request.Url : fetched.FinalUrl, ContentType = request.ContentType ?? fetched.ContentType };
    }

    /// <inheritdoc cref="SourceDiscovery.FindAsync"/>
    public static Task<SiteFindings> FindAsync(string pasted, Action<string>? looking, CancellationToken cancellation) =>
        Part<SourceDiscovery>().FindAsync(pasted, looking, cancellation);

    private static T Part<T>() where T : notnull
    {
        try
        {
            return Services.Value.GetRequiredService<T>();
        }
        catch (OptionsValidationException problem)
        {
            throw new OpeningException(string.Join(Environment.NewLine, problem.Failures), problem);
        }
    }
}
