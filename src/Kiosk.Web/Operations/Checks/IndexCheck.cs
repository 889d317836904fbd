using Kiosk.Web.Reading;


namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether searching works, and how far this node's index is behind.</summary>
internal sealed class IndexCheck(IndexLag lag) : ICheck
{
    private const string Name = "Zoekindex";

    /// <summary>Changes that a node catches up with in a minute or so.</summary>
    private const long Behind = 20_000;

    public async Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation)
    {
        var state = await lag.ReadAsync(cancellation);
        if (!state.Ready)
            return [Finding.Note(Name, "De zoekindex wordt opgebouwd; tot die klaar is, vindt niemand iets.", "Wacht even. Duurt het langer dan een uur, kijk dan in het logboek van de server.")];
        if (state.Changes > Behind)
            return [Finding.Note(Name, $"De zoekindex loopt {DutchText.Number(state.Changes)} wijzigingen achter.", "Na een grote import is dat gewoon. Blijft het zo, start dan kiosk reindex.")];
        if (state.WasDamaged)
            return [Finding.Note(Name, "De zoekindex was beschadigd en is vanzelf opnieuw gemaakt.", "Gebeurt het vaker, laat dan de schijf nakijken.")];
        return [Finding.Good(Name, $"{DutchText.Count(state.Articles, "stuk", "stukken")} te vinden, {(state.Changes == 0 ? "helemaal bij" : $"{DutchText.Count(state.Changes, "wijziging", "wijzigingen")} achter")}.")];
    }
}
