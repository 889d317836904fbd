using Kiosk.Web.Hosting;
using Kiosk.Web.Operations.Checks;
using Kiosk.Web.Operations.Metrics;

namespace Kiosk.Web.Operations;

public static class OperationsRegistration
{
    /// <summary>Registers backups, and the checks in the order in which they are shown.</summary>
    public static IServiceCollection AddKioskOperations(this IServiceCollection services)
    {
        services.AddCheckedOptions<BackupOptions>(BackupOptions.Section);
        services.AddSingleton<NightlyBackup>().AddSingleton<IndexLag>().AddSingleton<ArchiveReading>().AddSingleton<FrontDoor>();
        services.AddSingleton<MetricsBook>().AddSingleton<ArchiveGauges>();
        services.AddSingleton<ICheck, ArchiveCheck>();
        services.AddSingleton<ICheck, IndexCheck>();
        services.AddSingleton<ICheck, SourcesCheck>();
        services.AddSingleton<ICheck, QueueCheck>();
        services.AddSingleton<ICheck, BackupCheck>();
        services.AddSingleton<ICheck, DiskCheck>();
        services.AddSingleton<ICheck, MailCheck>();
        services.AddSingleton<ICheck, PdfCheck>();
        services.AddSingleton<ICheck, TimeCheck>();
        services.AddSingleton<ICheck, ProxyCheck>();
        services.AddSingleton<ICheck, SettingsCheck>();
        services.AddSingleton<Rounds>();
        return services;
    }
}
