using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Web.Accounts;
using Kiosk.Web.Editions;
using Kiosk.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>What a reader does with one piece: more, less, of no use, another one; and each of these undone.</summary>
public sealed class StukPage(Judging judging, EditionBook book) : PageModel
{
    private Guid Me => Visitor.Of(User)!.Id;

    /// <summary>There is nothing to see here; the piece itself has a page.</summary>
    public IActionResult OnGet(long id) => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/artikel/{id}"));

    public async Task<IActionResult> OnPostOordeelAsync(long id, [FromForm(Name = "oordeel")] string? said, [FromForm(Name = "terug")] string? back, CancellationToken cancellation) =>
        Read(said) is var (verdict, objection) && await judging.JudgeAsync(Me, id, verdict, objection, cancellation) ? LocalRedirect(LocalPath.Of(back)) : NotFound();

    public async Task<IActionResult> OnPostTerugAsync(long id, [FromForm(Name = "terug")] string? back, CancellationToken cancellation)
    {
        await judging.WithdrawAsync(Me, id, cancellation);
        return LocalRedirect(LocalPath.Of(back));
    }

    public async Task<IActionResult> OnPostWisselAsync(long id, CancellationToken cancellation) =>
        LocalRedirect(await book.SwapAsync(Me, id, cancellation) is { } came ? Place(came) : "/?op=1");

    public async Task<IActionResult> OnPostWisselTerugAsync(long id, CancellationToken cancellation) =>
        LocalRedirect(await book.SwapBackAsync(Me, id, cancellation) is { } before ? Place(before) : "/");

    private static string Place(long article) => string.Create(CultureInfo.InvariantCulture, $"/#stuk-{article}");

    private static (Verdict Verdict, Objection? Objection)? Read(string? said) => said switch
    {
        "meer" => (Verdict.Meer, null),
        "minder" => (Verdict.Minder, null),
        _ => Names.TryParse<Objection>(said, out var objection) ? (Verdict.NietNuttig, objection) : null,
    };
}
