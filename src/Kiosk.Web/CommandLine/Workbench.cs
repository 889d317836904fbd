using System.CommandLine;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.CommandLine;

/// <summary>A kiosk without pages or clockwork, for commands that do one thing and end. Logs go to standard error.</summary>
internal static class Workbench
{
    /// <summary>Everything put together, and nothing opened: for what must not touch the archive.</summary>
    public static IHost Build(ParseResult parsed, SharedOptions shared)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(shared.Settings(parsed));
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddKiosk(builder.Configuration);
        return builder.Build();
    }

    /// <summary>Opens the archive, ready for use.</summary>
    /// <exception cref="OpeningException">It cannot be opened; the message says why and what to do.</exception>
    public static async Task<IHost> OpenAsync(ParseResult parsed, SharedOptions shared, CancellationToken cancellation)
    {
        var host = Build(parsed, shared);
        try
        {
            await host.Services.GetRequiredService<Opening>().PrepareArchiveAsync(cancellation);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }
}
