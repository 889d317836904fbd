using Kiosk.Web.Manuals;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Redactie.Handleiding;

/// <summary>The editors' manual: <c>docs/redactie/handleiding.md</c>.</summary>
public sealed class HandleidingPage : PageModel
{
    public Manual Manual { get; } = Manual.Find("redactie", "handleiding") ?? throw new InvalidOperationException("The manual is missing in the program.");
}
