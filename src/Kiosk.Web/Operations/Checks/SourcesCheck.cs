using System.Globalization;
using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether sources bring what they should, and whether visits keep up.</summary>
internal sealed class SourcesCheck(IDbContextFactory<KioskDb> factory, TimeProvider time) : ICheck
{
    private const string Name = "Bronnen";
    private const int FailuresInARow = 5;
    private static readonly TimeSpan Late = TimeSpan.FromHours(2);

    public async Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var visited = db.Sources.Where(Source.IsVisited);
        var (all, failing) = (await visited.CountAsync(cancellation), await visited.CountAsync(source => source.FailureCount >= FailuresInARow, cancellation));
        var late = time.GetUtcNow() - Late;
        var waiting = await visited.CountAsync(source => source.NextCheckAt < late, cancellation);
        var pages = await db.PagesToRead.CountAsync(page => page.State == PageState.Waiting, cancellation);
        List<Finding> findings = [];
        if (waiting > 0)
            findings.Add(Finding.Bad(Name, string.Create(CultureInfo.InvariantCulture, $"{waiting} bronnen hadden al twee uur geleden bezocht moeten zijn."), "Kijk of Kiosk:Harvest op een van de knooppunten aan staat, en in het logboek van de server."));
        if (failing > 0)
            findings.Add(Finding.Note(Name, string.Create(CultureInfo.InvariantCulture, $"{failing} van {all} bronnen mislukken al minstens {FailuresInARow} keer achter elkaar."), "Op de bladzijde Bronnen staat per bron wat er is en wat je kunt doen."));
        if (findings.Count == 0)
            findings.Add(Finding.Good(Name, string.Create(CultureInfo.InvariantCulture, $"{all} bronnen worden op tijd bezocht; {pages} bladzijden wachten om gelezen te worden.")));
        return findings;
    }
}
