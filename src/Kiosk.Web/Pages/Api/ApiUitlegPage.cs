using Kiosk.Web.Accounts;
using Kiosk.Web.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Api;

/// <summary>The API explained to programmers, in Dutch, with examples that hold at this very kiosk.</summary>
public sealed class ApiUitlegPage(PublicAddress address) : PageModel
{
    public string Address { get; } = address.Of("/").AbsoluteUri.TrimEnd('/');

    public string Version => ApiRules.Version;
}
