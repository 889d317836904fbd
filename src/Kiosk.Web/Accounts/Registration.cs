namespace Kiosk.Web.Accounts;

/// <summary>Who may make an account without being asked in.</summary>
/// <param name="Everybody">True: anybody with a mail address.</param>
/// <param name="Domains">People with an address at one of these; lower case, without the at sign.</param>
public sealed record Registration(bool Everybody, IReadOnlyList<string> Domains)
{
    /// <summary><c>invited</c> (nobody), <c>open</c> (everybody), or domains: <c>@gemeente.nl, @wijkteam.nl</c>. Null if it is none of these.</summary>
    public static Registration? Parse(string? setting)
    {
        var words = (setting ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] or ["invited"] => new(false, []),
            ["open"] => new(true, []),
            _ when words.All(word => word is ['@', _, ..] && word.Contains('.', StringComparison.Ordinal)) => new(false, [.. words.Select(word => word[1..].ToLowerInvariant())]),
            _ => null,
        };
    }

    /// <param name="email">As <see cref="EmailAddress.Parse"/> gives it.</param>
    public bool Allows(string email) => Everybody || Domains.Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);
}
