using Kiosk.Data;
using Kiosk.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Benchmarks;

/// <summary>An empty archive in a directory of its own that goes away with it.</summary>
internal sealed class TemporaryArchive : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TemporaryArchive(string directory)
    {
        Directory = directory;
        _services = BenchmarkArchive.Open(directory);
    }

    public string Directory { get; }

    public IDbContextFactory<KioskDb> Factory => _services.GetRequiredService<IDbContextFactory<KioskDb>>();

    public static async Task<TemporaryArchive> CreateAsync()
    {
        var archive = new TemporaryArchive(System.IO.Directory.CreateTempSubdirectory("kiosk-bench-").FullName);
        await archive._services.GetRequiredService<Schema>().UpdateAsync();
        return archive;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
