namespace Kiosk.Web.Pages.Weekbrief;

/// <summary>An address that its owner recognises, and who got her letter passed on does not learn: <c>n…r@voorbeeld.nl</c></summary>
internal static class Masked
{
    public static string Address(string email)
    {
        var at = email.LastIndexOf('@');
        return at < 3 ? "…" + email[at..] : $"{email[0]}…{email[at - 1]}{email[at..]}";
    }
}
