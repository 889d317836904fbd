using System.CommandLine;
using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Transfer;
using Kiosk.Ingest.Sources;
using Kiosk.Web.Hosting;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk export FILE</c>: the whole archive as JSON Lines, or only its sources as OPML or as feeds.json.</summary>
internal static class ExportCommand
{
    public static Command Build(SharedOptions shared)
    {
        var file = new Argument<string>("bestand") { Description = "Waar het heen gaat, of - voor standaarduitvoer" };
        var opml = new Option<bool>("--opml") { Description = "Alleen de feeds, als OPML voor feedlezers" };
        var feeds = new Option<bool>("--feeds") { Description = "Alleen de onderwerpen en bronnen, als feeds.json" };
        var command = new Command("export", "Bewaar het hele archief in een bestand dat kiosk import weer inleest") { file, opml, feeds };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(opml) && parsed.GetValue(feeds))
                throw new OpeningException("Kies --opml of --feeds, niet allebei.");
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            var said = await OutputFile.WriteAsync(parsed.GetValue(file)!, to =>
                parsed.GetValue(opml) ? OpmlAsync(host.Services, to, cancellation)
                : parsed.GetValue(feeds) ? FeedsAsync(host.Services, to, cancellation)
                : ArchiveAsync(host.Services, to, cancellation));
            await Console.Error.WriteLineAsync(said);
        });
        return command;
    }

    private static async Task<string> ArchiveAsync(IServiceProvider services, Stream to, CancellationToken cancellation)
    {
        var rows = await Terminal.WithBarAsync("Archief bewaren", 1, bar =>
            services.GetRequiredService<ArchiveExport>().WriteAsync(to, (done, total) => bar(done, total), cancellation));
        return string.Create(CultureInfo.InvariantCulture, $"Klaar: {rows} rijen bewaard. Zet ze terug met kiosk import, in een lege map.");
    }

    private static async Task<string> OpmlAsync(IServiceProvider services, Stream to, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(cancellation);
        await to.WriteAsync(await SourceLists.OpmlAsync(db, cancellation), cancellation);
        var others = await db.Sources.CountAsync(source => source.Enabled && source.Format != SourceFormat.Feed, cancellation);
        return others == 0 ? "Klaar." : $"Klaar. {DutchText.Count(others, "bron staat", "bronnen staan")} er niet bij, want OPML kent alleen feeds; --feeds bewaart ze allemaal.";
    }

    private static async Task<string> FeedsAsync(IServiceProvider services, Stream to, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(cancellation);
        var export = await SourceLists.FeedsAsync(db, cancellation);
        await to.WriteAsync(System.Text.Encoding.UTF8.GetBytes(export.Json), cancellation);
        return string.Join(Environment.NewLine, [.. export.Remarks, "Klaar."]);
    }
}
