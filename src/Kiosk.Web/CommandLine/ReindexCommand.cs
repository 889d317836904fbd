using System.CommandLine;
using Kiosk.Search;
using Kiosk.Web.Reading;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk reindex</c>: fills the search index again from the archive, beside the old one, which answers until the new is whole.</summary>
internal static class ReindexCommand
{
    public static Command Build(SharedOptions shared)
    {
        var command = new Command("reindex", "Bouw de zoekindex opnieuw op uit het archief");
        command.SetAction(async (parsed, cancellation) =>
        {
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            host.Services.GetRequiredService<SearchIndex>().Rebuild();
            var articles = await IndexBar.CatchUpAsync(host.Services, "Zoekindex opbouwen", cancellation);
            Console.WriteLine($"Klaar: {DutchText.Count(articles, "stuk is", "stukken zijn")} weer te vinden.");
        });
        return command;
    }
}
