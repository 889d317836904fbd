using Kiosk.Web.Accounts;
using Kiosk.Web.Digests;
using Kiosk.Web.Http;
using Kiosk.Web.Jobs;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Console;

namespace Kiosk.Web.Hosting;

/// <summary>The whole kiosk as a web application.</summary>
public static class KioskHost
{
    /// <param name="args">Arguments for ASP.NET Core itself, such as <c>--urls</c>.</param>
    /// <param name="settings">Configuration that wins over files and environment.</param>
    public static WebApplication Build(string[] args, IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(KioskHost).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(settings);
        var options = builder.Configuration.GetSection(KioskOptions.Section).Get<KioskOptions>() ?? new KioskOptions();
        builder.Logging.ClearProviders().AddConsole(console => console.FormatterName = options.Logs == "json" ? LogFormatter.JsonName : LogFormatter.TextName);
        // What keeps the kiosk from opening is said in a sentence (RunAsync); a service that fails is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSingleton<ConsoleFormatter>(services => new LogFormatter(services.GetRequiredService<TimeProvider>(), asJson: false));
        builder.Services.AddSingleton<ConsoleFormatter>(services => new LogFormatter(services.GetRequiredService<TimeProvider>(), asJson: true));
        builder.Services.AddKiosk(builder.Configuration);
        builder.Services.AddKioskJobs(options, builder.Configuration.GetSection(DigestOptions.Section).Get<DigestOptions>() ?? new DigestOptions());
        builder.Services.AddKioskPages();
        var app = builder.Build();
        app.MapKioskPages();
        return app;
    }

    /// <summary>Prepares the archive, opens, says where, and stays open until stopped.</summary>
    /// <exception cref="OpeningException">The kiosk cannot open; the message says why and what to do.</exception>
    public static async Task RunAsync(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            var opening = app.Services.GetRequiredService<Opening>();
            await opening.PrepareArchiveAsync(cancellation);
            await opening.PlantSourcesAsync(cancellation);
            await app.StartAsync(cancellation);
        }
        catch (IOException problem)
        {
            // What already works inside ends in good order. Otherwise it breaks off where it is, and its last words bury the message.
            await app.StopAsync(CancellationToken.None);
            throw new OpeningException($"De Kiosk kan niet luisteren: {problem.Message} Kies met --urls een ander adres, bijvoorbeeld --urls http://127.0.0.1:5080.", problem);
        }

        Console.WriteLine($"De Kiosk is open: {string.Join(", ", Addresses(app))} (stoppen met Ctrl+C)");
        // On the terminal and not through the log: whoever opens it becomes operator.
        if (await app.Services.GetRequiredService<FirstOperator>().LinkAsync(cancellation) is { } setup)
            Console.WriteLine($"Er is nog geen beheerder. Word het met deze link, die één keer werkt: {setup}");
        await app.WaitForShutdownAsync(cancellation);
    }

    private static ICollection<string> Addresses(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}
