using Kiosk.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Melding;

/// <summary>Explains a status that is no success. It touches neither archive nor index, so it works when they do not.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class MeldingPage : PageModel
{
    public int Status { get; private set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>Where a fault of ours stands in the logs; null for other statuses.</summary>
    public string? Trace => Status >= StatusCodes.Status500InternalServerError ? Tracing.Id : null;

    /// <summary>Whatever the method was. Asked for by itself, this page does not exist.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Status = HttpContext.Features.Get<Fault>()?.Status ?? StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        (Title, Lines) = Words(Status, HttpContext.Features.Get<Withdrawal>());
    }

    private static (string Title, string[] Lines) Words(int status, Withdrawal? withdrawn) => status switch
    {
        StatusCodes.Status403Forbidden => ("Hier mag je niet komen", ["Deze bladzijde is voor de redactie of de beheerder. Denk je dat dat niet klopt, vraag het dan je beheerder."]),
        StatusCodes.Status413PayloadTooLarge => ("Dit is te groot", ["Wat je stuurde, is groter dan de Kiosk aanneemt. Maak het korter en probeer het opnieuw."]),
        StatusCodes.Status429TooManyRequests => ("Even rustig aan", ["Er is vanaf jouw plek heel vaak geprobeerd. Wacht een minuut en probeer het dan opnieuw."]),
        StatusCodes.Status404NotFound => ("Dit ligt hier niet",
            ["Op dit adres ligt niets in de kiosk. Misschien is het adres niet goed overgenomen, of is het stuk verhuisd.", "Zoek het op, of begin vooraan."]),
        StatusCodes.Status410Gone => ("Dit stuk is weggehaald",
            [withdrawn is null ? "Het stuk lag hier, maar is weggehaald." : $"‘{withdrawn.Title}’ lag hier, maar is weggehaald.", withdrawn?.Reason ?? "Er is geen reden bij gezet."]),
        StatusCodes.Status405MethodNotAllowed => ("Dat kan hier niet", ["Wat je deed, kan niet op dit adres. Ga terug, of begin vooraan."]),
        StatusCodes.Status503ServiceUnavailable => ("De kiosk is even dicht",
            ["Het archief of de zoekindex is nog niet klaar. Dat duurt meestal minder dan een minuut.", "Laad de bladzijde zo opnieuw. Er gaat niets verloren."]),
        >= 400 and < 500 => ("Dit verzoek begrijpen we niet",
            ["Er klopt iets niet aan het adres of aan wat er is ingevuld.", "Ga terug en probeer het opnieuw, of begin vooraan."]),
        _ => ("Er ging iets mis in de kiosk",
            ["Dat ligt aan ons, niet aan jou. De fout is vastgelegd voor de beheerder.", "Probeer het over een paar minuten opnieuw."]),
    };
}
