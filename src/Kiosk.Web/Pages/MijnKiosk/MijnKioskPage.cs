using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Editions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>Everything that a reader keeps, follows and sets.</summary>
public sealed class MijnKioskPage(IDbContextFactory<KioskDb> archive, Following following) : PageModel
{
    public Visitor Me { get; private set; } = null!;

    /// <summary>What is on her lists and was replaced.</summary>
    public IReadOnlyList<ReplacedPiece> Replaced { get; private set; } = [];

    /// <summary>Whether she hears of that by mail.</summary>
    public bool MailsReplacements { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Me = Visitor.Of(User)!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Replaced = await ReplacedPiece.OfAsync(db, Me.Id, cancellation);
        MailsReplacements = await db.ReaderSettings.AnyAsync(settings => settings.UserId == Me.Id && settings.MailsReplacements, cancellation);
    }

    public async Task<IActionResult> OnPostBerichtenAsync([FromForm(Name = "mail")] bool mail, CancellationToken cancellation)
    {
        await following.ChangeAsync(Me.Id, settings => settings.MailsReplacements = mail, cancellation);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!mail)
            await db.ReplacementLetters.Where(letter => letter.UserId == Me.Id).ExecuteDeleteAsync(cancellation);
        return LocalRedirect("/mijn-kiosk#berichten");
    }
}
