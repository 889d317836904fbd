using System.Text;
using Kiosk.Web.Accounts;
using Kiosk.Web.Digests.Writing;

namespace Kiosk.Web.Digests;

/// <summary>
/// A letter as its reader would see it, for editors. A mail needs styles in the line, which pages of the kiosk do not allow: this answer has a policy of its own, in which
/// nothing runs and nothing is loaded.
/// </summary>
internal static class LetterPreviews
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

    public static void MapLetterPreviews(this IEndpointRouteBuilder routes) => routes.MapGet("/redactie/weekbrief/voorbeeld", GetAsync).RequireAuthorization(Access.Editor);

    /// <summary>Shuts the HTML of a mail in, which is to be the answer.</summary>
    public static void ShutIn(HttpResponse response) => response.Headers.ContentSecurityPolicy = Policy;

    private static async Task<IResult> GetAsync(string? week, string[]? onderwerp, string? abonnee, string? vorm, HttpContext http, DigestPreview preview, DigestMail mail, CancellationToken cancellation)
    {
        if (DigestCalendar.Parse(week) is not { } monday)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        var letter = string.IsNullOrWhiteSpace(abonnee)
            ? await preview.OfTopicsAsync(monday, (await preview.TopicsAsync(onderwerp ?? [], cancellation)).Known, cancellation)
            : await preview.OfSubscriberAsync(monday, abonnee.Trim(), cancellation);
        if (letter is null || letter.IsEmpty)
            return Results.Text(letter is null ? "Dit adres heeft geen weekbrief." : "Er is niets te melden: er ging geen brief uit.", "text/plain", Encoding.UTF8);
        var foot = mail.Foot(email: null, since: null);
        if (vorm == "tekst")
            return Results.Text(LetterText.Write(letter, foot), "text/plain", Encoding.UTF8);
        ShutIn(http.Response);
        return Results.Content(LetterHtml.Write(letter, foot), "text/html", Encoding.UTF8);
    }
}
