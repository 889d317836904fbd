using System.Linq.Expressions;
using Kiosk.Data;
using Kiosk.Data.Accounts;

namespace Kiosk.Web.Pages.Beheer.Gebruikers;

/// <summary>Somebody with an account, as an operator sees her.</summary>
/// <param name="SeenAt">Her last visit on a device that is still signed in; null if there is none.</param>
public sealed record UserRow(Guid Id, string Email, string Name, Role Role, DateTimeOffset CreatedAt, bool Confirmed, bool Blocked, bool SecondStep, DateTimeOffset? SeenAt)
{
    public static Expression<Func<User, UserRow>> Projection(KioskDb db) => user => new UserRow(
        user.Id, user.Email!, user.Name, user.Role, user.CreatedAt, user.EmailConfirmed, user.BlockedAt != null, user.TwoFactorEnabled,
        db.UserSessions.Where(session => session.UserId == user.Id).Max(session => (DateTimeOffset?)session.SeenAt));

    public (string Word, string Tone) State => Blocked ? ("geblokkeerd", "bad") : Confirmed ? ("actief", "good") : SeenAt is null ? ("uitgenodigd", "") : ("adres niet bevestigd", "warn");
}
