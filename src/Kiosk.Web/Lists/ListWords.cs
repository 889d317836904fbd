using Kiosk.Data;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Lists;

/// <summary>What a list says of itself on screen.</summary>
public static class ListWords
{
    /// <summary>What fits on a cover.</summary>
    private const int MarkLength = 30;

    /// <summary>Who can read it: <c>Alleen jij</c>.</summary>
    public static string Audience(ListView list, int members) => list switch
    {
        { IsDossier: true } => "Voor iedereen",
        { LinkKey: not null } => "Te lezen met de link",
        _ when members > 0 => $"Gedeeld met {DutchText.InWords(members)}",
        _ => "Niet openbaar",
    };

    /// <summary>The cover of a list: the word and colour that its owner chose, or else its title and a colour that stays with it.</summary>
    public static Cover CoverOf(ListView list) => new(
        ArticleKind.Rapport, list.CoverHue ?? HueOf(list.Id), list.IsDossier ? "Dossier" : "Bundel",
        TellingWord.Breakable(list.CoverMark.Length > 0 ? list.CoverMark : CoverMark(list.Title)),
        DutchText.Count(list.Articles.Count, "stuk", "stukken"), DutchTime.Month(list.ChangedAt));

    public static int HueOf(long listId) => (int)(listId % Cover.Hues) + 1;

    /// <summary>The title as far as it fits, cut after a word.</summary>
    public static string CoverMark(string title)
    {
        if (title.Length <= MarkLength)
            return title;
        var end = title.LastIndexOf(' ', MarkLength);
        return title[..(end > 0 ? end : MarkLength)].TrimEnd(',', ':', ';', ' ') + "…";
    }
}
