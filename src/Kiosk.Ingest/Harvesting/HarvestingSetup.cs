using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Discovery;
using Kiosk.Ingest.Harvesting.Pages;
using Kiosk.Ingest.Harvesting.Reading;
using Kiosk.Ingest.Proposals;
using Kiosk.Ingest.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kiosk.Ingest.Harvesting;

/// <summary>Puts harvesting together: visiting, reading, storing, and the pages behind what came.</summary>
public static class HarvestingSetup
{
    /// <summary>
    /// Asks for an archive, fetching, a clock and <see cref="HarvestOptions"/> to be registered elsewhere. A <see cref="SourceReader"/> or
    /// <see cref="PdfReader"/> that is registered before is used.
    /// </summary>
    public static IServiceCollection AddKioskHarvesting(this IServiceCollection services)
    {
        services.TryAddSingleton(static services => new SourceReader(services.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static services => new PdfReader(new PdfLimits(), services.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WriteTurn>().AddSingleton<Archive>().AddSingleton<SourceClaims>().AddSingleton<VisitBook>().AddSingleton<SourceHarvest>().AddSingleton<HarvestRound>();
        services.AddSingleton<ArticlePages>().AddSingleton<PageQueue>().AddSingleton<PageSorting>().AddSingleton<PageHarvest>().AddSingleton<PageRound>();
        services.AddSingleton<SourceDiscovery>().AddSingleton<SourceTrial>().AddSingleton<SourceControl>();
        services.AddSingleton<ProposalDesk>().AddSingleton<ProposalRound>().AddSingleton<SuggestionRound>().AddSingleton<SuggestionIntake>();
        return services;
    }
}
