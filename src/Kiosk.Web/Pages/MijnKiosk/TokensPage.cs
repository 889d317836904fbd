using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Api.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>Where an editor makes and takes back the tokens by which programs act for her.</summary>
[Authorize(Policy = Access.Editor)]
[Authorize(Policy = Access.Fresh)]
public sealed class TokensPage(IDbContextFactory<KioskDb> archive, ApiTokens tokens) : PageModel
{
    private const int OldOnesShown = 30;

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    /// <summary>A token that was made just now; shown this once.</summary>
    public string? Shown { get; private set; }

    public string? Name { get; private set; }

    public string? Problem { get; private set; }

    public static string Label(ApiScope scope) => scope switch
    {
        ApiScope.Read => "lezen wat redacteuren zien",
        ApiScope.Articles => "stukken verbeteren en tips afhandelen",
        ApiScope.Topics => "onderwerpen veranderen",
        ApiScope.Sources => "bronnen maken en veranderen",
        _ => "keuzes van de redactie maken",
    };

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync([FromForm] string? naam, [FromForm] IReadOnlyList<string> mag, [FromForm] string? dagen, CancellationToken cancellation)
    {
        var scopes = mag.Select(name => Names.TryParse<ApiScope>(name, out var scope) ? scope : (ApiScope?)null).OfType<ApiScope>().ToList();
        var days = int.TryParse(dagen, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        (Shown, Problem) = await tokens.MakeAsync(Visitor.Of(User)!.Id, naam, scopes, days, cancellation);
        Name = Problem is null ? null : naam;
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostIntrekkenAsync([FromForm] long id, CancellationToken cancellation) =>
        await tokens.RevokeAsync(Visitor.Of(User)!.Id, id, cancellation) ? LocalRedirect("/mijn-kiosk/tokens") : NotFound();

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var me = Visitor.Of(User)!.Id;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Tokens = await db.ApiTokens.AsNoTracking().Where(token => token.UserId == me).OrderByDescending(token => token.Id).Take(OldOnesShown).ToListAsync(cancellation);
    }
}
