using Microsoft.AspNetCore.Identity;

namespace Kiosk.Web.Accounts;

/// <summary>What Identity finds wrong with what somebody filled in, in Dutch.</summary>
internal sealed class DutchIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"Kies een wachtwoord van minstens {length} tekens. Een zinnetje onthoud je het best.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), $"Gebruik minstens {uniqueChars} verschillende tekens.");

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), "Dit adres heeft al een account.");

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), "Dit adres heeft al een account.");

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), "Dit is geen e-mailadres.");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "Je gegevens zijn intussen ergens anders veranderd. Probeer het opnieuw.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
