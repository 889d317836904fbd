using Kiosk.Web.Accounts;
using Kiosk.Web.Suggesting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kiosk.Web.Pages.Aandragen;

/// <summary>Where anybody suggests a link to the editors.</summary>
[EnableRateLimiting(Crowding.Suggesting)]
public sealed class AandragenPage(OpenDoor door) : PageModel
{
    public string? Address { get; private set; }

    public string? Note { get; private set; }

    public string? Mail { get; private set; }

    public IReadOnlyDictionary<string, string> Problems { get; private set; } = new Dictionary<string, string>();

    /// <summary>True once something was sent.</summary>
    public bool IsSent { get; private set; }

    /// <param name="adres">To begin with, for a link elsewhere to this page.</param>
    public void OnGet(string? adres, string? dank) => (Address, IsSent) = (adres, dank is not null);

    /// <param name="website">A field that people do not see: what is filled in by a program is thrown away, with the same thanks.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] string? adres, [FromForm] string? toelichting, [FromForm] string? mail, [FromForm] string? website, CancellationToken cancellation)
    {
        Problems = OpenDoor.Problems(adres, toelichting, mail);
        if (Problems.Count > 0)
        {
            (Address, Note, Mail) = (adres, toelichting, mail);
            return Page();
        }

        if (string.IsNullOrEmpty(website))
            await door.TakeAsync(adres!, toelichting, mail, cancellation);
        return LocalRedirect("/aandragen?dank=1");
    }
}
