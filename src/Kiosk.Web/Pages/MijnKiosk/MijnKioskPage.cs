using Kiosk.Web.Accounts;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>Everything that a reader keeps, follows and sets.</summary>
public sealed class MijnKioskPage : PageModel
{
    public Visitor Me { get; private set; } = null!;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Me = Visitor.Of(User)!;

    public void OnGet()
    {
    }
}
