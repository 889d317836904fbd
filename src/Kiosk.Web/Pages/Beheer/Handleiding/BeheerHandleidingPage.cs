using Kiosk.Web.Manuals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Beheer.Handleiding;

/// <summary>The operators' manual: <c>docs/operators</c>.</summary>
public sealed class BeheerHandleidingPage : PageModel
{
    public Manual Manual { get; private set; } = null!;

    /// <param name="naam">Of a file, without its ending; null for the first.</param>
    public IActionResult OnGet(string? naam)
    {
        if (Manual.Find("beheer", naam ?? "README") is not { } manual)
            return NotFound();
        Manual = manual;
        return Page();
    }
}
