using Kiosk.Data.Accounts;

namespace Kiosk.Web.Accounts;

/// <summary>Offers the one who starts a new kiosk a link that makes her its operator.</summary>
public sealed class FirstOperator(Operators operators, AccountLinks links)
{
    /// <summary>A link that works once, until somebody is operator; null if somebody is.</summary>
    public async Task<Uri?> LinkAsync(CancellationToken cancellation) =>
        await operators.AnyAsync(cancellation) ? null : await links.MakeAsync(LinkPurpose.Setup, user: null, email: "", cancellation);
}
