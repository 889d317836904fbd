using System.Globalization;
using System.Security.Claims;
using Kiosk.Data;
using Kiosk.Data.Lists;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Lists;

/// <summary>The way on through the list from which somebody came to an article.</summary>
/// <param name="Previous">Null at the begin.</param>
/// <param name="Next">Null at the end.</param>
public sealed record ListWay(string Title, string Link, int Number, int Count, ListStep? Previous, ListStep? Next)
{
    /// <summary>Null if she did not come from a list, may not see it, or the article is not on it.</summary>
    /// <param name="db">The archive.</param>
    /// <param name="access">Decides who may see a list.</param>
    /// <param name="user">Who reads.</param>
    /// <param name="from">Which list and with what key, as the address says it.</param>
    /// <param name="articleId">What she reads.</param>
    /// <param name="cancellation">Stops the question.</param>
    public static async Task<ListWay?> FindAsync(KioskDb db, ListAccess access, ClaimsPrincipal user, (long? List, string? Key) from, long articleId, CancellationToken cancellation)
    {
        if (from.List is not { } id || await access.OfAsync(db, id, user, from.Key, cancellation) == ListRight.None || await ListView.FindAsync(db, id, cancellation) is not { } list)
            return null;
        var at = list.Articles.ToList().FindIndex(article => article.Card.Id == articleId);
        return at < 0 ? null : new ListWay(list.Title, Links.List(id, list.Title, from.Key), at + 1, list.Articles.Count, Step(at - 1), Step(at + 1));

        ListStep? Step(int index) => index < 0 || index >= list.Articles.Count ? null
            : new ListStep(list.Articles[index].Card.Title, string.Create(CultureInfo.InvariantCulture, $"{list.Articles[index].Card.Link}?lijst={id}{(from.Key is null ? "" : "&sleutel=")}{(from.Key is null ? "" : Uri.EscapeDataString(from.Key))}"));
    }
}

/// <summary>A neighbour on a list.</summary>
public sealed record ListStep(string Title, string Link);
