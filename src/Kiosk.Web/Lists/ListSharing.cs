using Kiosk.Data;
using Kiosk.Data.Lists;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Lists;

/// <summary>Shares a list with a colleague. What it answers never tells whether an address has an account; who has one gets a mail.</summary>
public sealed class ListSharing(Postbox post, PublicAddress address, TimeProvider time)
{
    /// <summary>A team, not a mailing list.</summary>
    public const int MostMembers = 50;

    public Uri Address(string path) => address.Of(path);

    /// <summary>Null if it is shared now, or else why not, for people. Sharing again changes what she may.</summary>
    public async Task<string?> ShareAsync(KioskDb db, ListView list, Visitor owner, string? typed, bool canEdit, CancellationToken cancellation)
    {
        if (EmailAddress.Parse(typed)?.ToLowerInvariant() is not { } email)
            return "Dit is geen e-mailadres. Controleer het, bijvoorbeeld: naam@gemeente.nl.";
        if (list.IsDossier)
            return "Een dossier is er voor iedereen.";
        if (string.Equals(email, owner.Email, StringComparison.OrdinalIgnoreCase))
            return "Dit is je eigen adres.";
        var normalized = email.ToUpperInvariant();
        var user = await db.Users.Where(user => user.NormalizedEmail == normalized && user.EmailConfirmed).Select(user => (Guid?)user.Id).SingleOrDefaultAsync(cancellation);
        var (isNew, isFull) = (false, false);
        await ListChange.ApplyAsync(db, list.Id, version: null, time.GetUtcNow(), one =>
        {
            var member = one.Members.Find(member => member.Email == email);
            (isNew, isFull) = (member is null, member is null && one.Members.Count >= MostMembers);
            if (isFull)
                return;
            if (member is null)
                one.Members.Add(member = new ListMember { Email = email, AddedAt = time.GetUtcNow() });
            (member.UserId, member.CanEdit) = (user, canEdit);
        }, cancellation);
        if (isNew && !isFull && user is not null)
            post.Drop(ListLetters.Shared(email, owner.Name, list.Title, Address(Links.List(list.Id, list.Title))));
        return isFull ? $"Je deelt deze bundel al met {MostMembers} mensen." : null;
    }
}
