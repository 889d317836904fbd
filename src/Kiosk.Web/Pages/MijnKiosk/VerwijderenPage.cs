using Kiosk.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>Erases the account of the person who asks, and all that belongs to it.</summary>
[Authorize(Policy = Access.Fresh)]
public sealed class VerwijderenPage(Erasure erasure, Operators operators) : PageModel
{
    /// <summary>True if nobody else could let people in: then she must hand that over first.</summary>
    public bool IsLastOperator { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => IsLastOperator = await operators.IsLastAsync(Visitor.Of(User)!.Id, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var me = Visitor.Of(User)!;
        IsLastOperator = await operators.IsLastAsync(me.Id, cancellation);
        if (IsLastOperator)
            return Page();
        await erasure.EraseAsync(me.Id, cancellation);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Redirect("/inloggen/gewist");
    }
}
