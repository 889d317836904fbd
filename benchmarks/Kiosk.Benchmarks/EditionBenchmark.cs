using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Search;
using Kiosk.Web.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using DutchTime = Kiosk.Web.Reading.DutchTime;

namespace Kiosk.Benchmarks;

/// <summary>What choosing one reader's edition costs in a <see cref="BenchmarkArchive"/>, for readers who had a year of editions already.</summary>
internal static class EditionBenchmark
{
    private const int Readers = 20;
    private const int Rounds = 200;

    /// <summary>Readers had a year of editions: of fewer articles nothing new is left for them.</summary>
    private const int Fewest = 5_000;

    public static async Task RunAsync(int count)
    {
        if (count < Fewest)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"editions are measured from {Fewest:N0} articles on"));
            return;
        }

        var directory = await BenchmarkArchive.FillAsync(count);
        await using var services = BenchmarkArchive.Open(directory);
        var factory = services.GetRequiredService<IDbContextFactory<KioskDb>>();
        using var index = await BenchmarkArchive.IndexAsync(factory, directory);
        Console.WriteLine($"{"articles",10} {"median ms",10} {"p95 ms",8} {"processor ms",13}");
        var timing = Measure(factory, index);
        Results.Note("choosing an edition", timing);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,10:N0} {timing}"));
    }

    private static Timing Measure(IDbContextFactory<KioskDb> factory, SearchIndex index)
    {
        using var pool = new CandidatePool(factory);
        var book = new EditionBook(factory, index, pool, new DutchTime(TimeProvider.System));
        return Timing.Of([.. Enumerable.Range(0, Readers).Select(number => BenchmarkArchive.Reader(number).ToString())], Rounds, reader =>
        {
            using var db = factory.CreateDbContext();
            if (book.ChooseAsync(db, Guid.Parse(reader), CancellationToken.None).GetAwaiter().GetResult().Pieces.Count != ReaderSettings.UsualSize)
                throw new InvalidOperationException("An edition is not full.");
        });
    }
}
