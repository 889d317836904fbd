using Kiosk.Web.Reading;


namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether sources bring what they should, and whether visits keep up.</summary>
internal sealed class SourcesCheck(ArchiveReading reading) : ICheck
{
    private const string Name = "Bronnen";

    public async Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation)
    {
        var read = await reading.ReadAsync(cancellation);
        List<Finding> findings = [];
        if (read.Late > 0)
            findings.Add(Finding.Bad(Name, $"{DutchText.Count(read.Late, "bron had", "bronnen hadden")} al twee uur geleden bezocht moeten zijn.", "Kijk of Kiosk:Harvest op een van de knooppunten aan staat, en in het logboek van de server."));
        if (read.FailingLong > 0)
            findings.Add(Finding.Note(Name, $"{DutchText.Count(read.FailingLong, "bron mislukt", "bronnen mislukken")} al minstens {DutchText.InWords(ArchiveReading.ManyFailures)} keer achter elkaar; er zijn er {DutchText.Number(read.Sources)}.", "Op de bladzijde Bronnen staat per bron wat er is en wat je kunt doen."));
        if (findings.Count == 0)
            findings.Add(Finding.Good(Name, $"{DutchText.Count(read.Sources, "bron wordt", "bronnen worden")} op tijd bezocht; {DutchText.Count(read.Pages, "bladzijde wacht", "bladzijden wachten")} om gelezen te worden."));
        return findings;
    }
}
