using Kiosk.Data;
using Kiosk.Data.Storage;
using Kiosk.Data.Transfer;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Discovery;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Fetching.Robots;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Harvesting.Pages;
using Kiosk.Ingest.Harvesting.Reading;
using Kiosk.Ingest.Importing;
using Kiosk.Ingest.Indexing;
using Kiosk.Ingest.Reports;
using Kiosk.Search;
using Kiosk.Web.Accounts;
using Kiosk.Web.Digests;
using Kiosk.Web.Mail;
using Kiosk.Web.Operations;
using Kiosk.Web.Searching;
using Kiosk.Web.Tagging;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Hosting;

/// <summary>Puts together what every command needs: archive, harvest and search. Pages come on top of it in <c>serve</c>.</summary>
public static class KioskRegistration
{
    public static IServiceCollection AddKiosk(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(KioskOptions.Section).Get<KioskOptions>() ?? new KioskOptions();
        services.AddCheckedOptions<KioskOptions>(KioskOptions.Section);
        services.AddSingleton(TimeProvider.System);
        services.AddKioskData(new StorageOptions
        {
            DataDirectory = Path.GetFullPath(options.DataDirectory),
            PostgresConnection = configuration.GetConnectionString("Kiosk"),
        });
        services.AddKioskAccounts();
        services.AddKioskMail();
        services.AddDigests();
        services.AddKioskFetching(configuration).AddSingleton<RobotsShelf>();
        services.AddSingleton(new HarvestOptions { Parallel = options.HarvestParallel, Lease = TimeSpan.FromSeconds(options.LeaseSeconds) });
        services.AddKioskHarvesting();
        services.AddSingleton<ArchiveExport>().AddSingleton<ArchiveImport>().AddSingleton<OpmlImporter>();
        services.AddSingleton<Importer>().AddSingleton<IndexFollower>().AddSingleton<Opening>();
        services.AddSingleton(OpenIndex);
        services.AddSearching();
        services.AddTagging();
        services.AddKioskOperations();
        return services;
    }

    /// <summary>The index asks which archive it belongs to, so it is opened after the schema is there: see <see cref="Opening"/>.</summary>
    private static SearchIndex OpenIndex(IServiceProvider services)
    {
        using var db = services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContext();
        var archive = db.ArchiveProperties.Single(property => property.Name == ArchiveProperty.ArchiveId).Value;
        return SearchIndex.Open(Path.Combine(services.GetRequiredService<StorageOptions>().DataDirectory, "search.db"), archive);
    }
}
