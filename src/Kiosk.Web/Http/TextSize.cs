namespace Kiosk.Web.Http;

/// <summary>How large the text of articles is set: a choice of the reader, kept as <see cref="Theme"/> is.</summary>
public static class TextSize
{
    public const string Cookie = "letter";

    public const string Usual = "gewoon";

    /// <summary>The values of <c>data-text</c>, small to large, and what each is called.</summary>
    public static readonly IReadOnlyList<(string Size, string Words)> All =
        [("klein", "Kleine letter"), (Usual, "Gewone letter"), ("groot", "Grote letter"), ("grootst", "Heel grote letter")];

    /// <summary><see cref="Usual"/> if nothing was chosen.</summary>
    public static string Of(HttpRequest request) => IsSize(request.Cookies[Cookie]) ? request.Cookies[Cookie]! : Usual;

    public static bool IsSize(string? text) => All.Any(one => one.Size == text);
}
