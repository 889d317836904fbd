using System.Globalization;

namespace Kiosk.Data.Editorial;

/// <summary>An article as an editor saw it.</summary>
/// <param name="Version">The <see cref="Article.Version"/> that was shown to her; null if the change holds whatever others did meanwhile.</param>
public sealed record ArticleRef(long Id, int? Version)
{
    /// <summary>For forms: <c>4821.3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Version}");

    /// <summary>Null for what is no such text.</summary>
    public static ArticleRef? Parse(string? text) =>
        text?.Split('.') is [var id, var version] && long.TryParse(id, CultureInfo.InvariantCulture, out var article) && int.TryParse(version, CultureInfo.InvariantCulture, out var number)
            ? new ArticleRef(article, number)
            : null;
}
