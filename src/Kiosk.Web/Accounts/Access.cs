using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Kiosk.Web.Accounts;

/// <summary>
/// Who may go where. Reading and searching need no account. The folders of pages are guarded here; an endpoint, or a page outside these
/// folders, names its policy itself.
/// </summary>
public static class Access
{
    /// <summary>Somebody who is signed in.</summary>
    public const string Reader = "lezer";

    /// <summary>An editor or operator who came in by a second step.</summary>
    public const string Editor = "redacteur";

    /// <summary>An operator who came in by a second step.</summary>
    public const string Operator = "beheerder";

    /// <summary>Somebody who proved to be herself a moment ago: for acts that cannot be undone, or that could shut her out.</summary>
    public const string Fresh = "zojuist bewezen";

    public static void Define(AuthorizationOptions options)
    {
        options.AddPolicy(Reader, policy => policy.RequireRole(Names.Of(Role.Lezer)));
        options.AddPolicy(Editor, policy => policy.RequireRole(Names.Of(Role.Redacteur)).AddRequirements(new SecondFactor()));
        options.AddPolicy(Operator, policy => policy.RequireRole(Names.Of(Role.Beheerder)).AddRequirements(new SecondFactor()));
        options.AddPolicy(Fresh, policy => policy.RequireRole(Names.Of(Role.Lezer)).AddRequirements(new FreshProof()));
    }

    public static void Guard(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/MijnKiosk", Reader);
        pages.AuthorizeFolder("/Redactie", Editor);
        pages.AuthorizeFolder("/Beheer", Operator);
    }
}
