using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Kiosk.Data;
using Kiosk.Data.Lists;
using Kiosk.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Lists;

/// <summary>
/// The one place that decides who may do what with a list. Its owner may everything; who it is shared with may read or change it; whoever has the link
/// may read it; a dossier may be read by everybody and is the editors' together.
/// </summary>
public sealed class ListAccess(IAuthorizationService authorization)
{
    /// <param name="db">The archive.</param>
    /// <param name="id">Which list.</param>
    /// <param name="user">Who asks; she need not be signed in.</param>
    /// <param name="key">What her link says; null if she came without.</param>
    /// <param name="cancellation">Stops the question.</param>
    /// <returns><see cref="ListRight.None"/> if there is no such list, it was thrown away, or it is none of her business: these look the same.</returns>
    public async Task<ListRight> OfAsync(KioskDb db, long id, ClaimsPrincipal user, string? key, CancellationToken cancellation)
    {
        var list = await db.ReadingLists.Where(list => list.Id == id && list.RemovedAt == null)
            .Select(list => new { list.UserId, list.LinkKey }).SingleOrDefaultAsync(cancellation);
        if (list is null)
            return ListRight.None;
        if (list.UserId is null)
            return await IsEditorAsync(user) ? ListRight.Own : ListRight.View;
        var byLink = Opens(list.LinkKey, key) ? ListRight.View : ListRight.None;
        if (Visitor.Of(user) is not { } visitor)
            return byLink;
        if (list.UserId == visitor.Id)
            return ListRight.Own;
        var shared = await Shared(db, visitor).Where(member => member.ListId == id).Select(member => member.CanEdit ? ListRight.Edit : ListRight.View).ToListAsync(cancellation);
        return shared.Append(byLink).Max();
    }

    public async Task<bool> IsEditorAsync(ClaimsPrincipal user) => (await authorization.AuthorizeAsync(user, Access.Editor)).Succeeded;

    /// <summary>What is shared with somebody: by account, or by an address that she has proven to be hers.</summary>
    public static IQueryable<ListMember> Shared(KioskDb db, Visitor visitor)
    {
        var email = visitor.Email.ToLowerInvariant();
        return db.ListMembers.AsNoTracking().Where(member => member.UserId == visitor.Id
            || (member.UserId == null && member.Email == email && db.Users.Any(user => user.Id == visitor.Id && user.EmailConfirmed)));
    }

    /// <summary>A key for a link: 128 bits that nobody guesses.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static bool Opens(string? linkKey, string? key) => linkKey is not null && key is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(linkKey), Encoding.UTF8.GetBytes(key));
}
