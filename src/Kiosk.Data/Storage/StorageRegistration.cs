using Kiosk.Data.Changes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Data.Storage;

public static class StorageRegistration
{
    /// <summary>Registers <see cref="IDbContextFactory{KioskDb}"/> (pooled, any thread), <see cref="Schema"/> and <see cref="ArchiveState"/>.</summary>
    public static IServiceCollection AddKioskData(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options);
        services.AddPooledDbContextFactory<KioskDb>(db => Configure(db, options));
        services.AddSingleton<Schema>().AddSingleton<ArchiveState>();
        return services;
    }

    /// <summary>Opens archives at <paramref name="options"/> without any registration.</summary>
    internal static IDbContextFactory<KioskDb> Opener(StorageOptions options)
    {
        var builder = new DbContextOptionsBuilder<KioskDb>();
        Configure(builder, options);
        return new PooledDbContextFactory<KioskDb>(builder.Options);
    }

    internal static KioskDb Open(StorageOptions options) => Opener(options).CreateDbContext();

    internal static void Configure(DbContextOptionsBuilder builder, StorageOptions options)
    {
        if (options.UsesPostgres)
            builder.UseNpgsql(options.PostgresConnection);
        else
            builder.UseSqlite(SqliteConnectionString(options.SqliteFile)).AddInterceptors(SqlitePragmas.Instance, SqlitePageCache.Instance);
        // A tag of a topic that went into another is meant to be out of sight along with that topic.
        builder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
    }

    private static string SqliteConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
