using Kiosk.Web.Lists;

namespace Kiosk.Web.Pages.Lijsten;

/// <summary>An article on the page of its list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many there are.</param>
public sealed record EntryView(ListedArticle Article, int Number, int Count, LijstPage Page)
{
    public bool IsEdited => Page.CanEdit && Page.Editing == Article.Card.Id;
}
