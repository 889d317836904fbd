using Kiosk.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>Everything about the person who asks, as a file.</summary>
[Authorize(Policy = Access.Fresh)]
[ResponseCache(NoStore = true)]
public sealed class GegevensPage(PersonalExport export) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        File(await export.OfAsync(Visitor.Of(User)!.Id, cancellation), "application/json", "mijn-kiosk.json");
}
