using Kiosk.Data;

namespace Kiosk.Web.Pages.Redactie.Stuk;

/// <summary>Whether readers see an article, in words for editors.</summary>
internal static class StateWords
{
    public static string Of(Article article) => article.State switch
    {
        ArticleState.Visible => "zichtbaar voor lezers",
        ArticleState.Waiting => "wacht op de redactie",
        ArticleState.Hidden => "afgewezen",
        ArticleState.Withdrawn => "ingetrokken",
        ArticleState.Merged => "opgegaan in een ander stuk",
        _ => "",
    };
}
