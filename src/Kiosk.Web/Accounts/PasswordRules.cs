using Kiosk.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Kiosk.Web.Accounts;

/// <summary>Length counts, composition does not (NIST SP 800-63B, 3.1.1.2): but not one's own address or name, or what everybody tries first.</summary>
internal sealed class PasswordRules : IPasswordValidator<User>
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private static readonly string[] Obvious = ["wachtwoord", "password", "welkom", "qwerty", "123456", "schuldhulp", "kiosk"];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(Problem(user, password ?? "") is { } problem
        ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = problem })
        : IdentityResult.Success);

    private static string? Problem(User user, string password)
    {
        if (password.Length > Longest)
            return $"Een wachtwoord heeft hoogstens {Longest} tekens.";
        var rest = new[] { user.Email?.Split('@')[0], user.Name }.Concat(Obvious).Where(word => word is { Length: >= 3 })
            .Aggregate(password, (left, word) => left.Replace(word!, "", StringComparison.OrdinalIgnoreCase));
        return rest.Length < Shortest / 2 ? "Dit wachtwoord is te makkelijk te raden. Kies iets wat niets met je naam, je adres of de Kiosk te maken heeft." : null;
    }
}
