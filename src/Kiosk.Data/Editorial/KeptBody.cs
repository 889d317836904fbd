namespace Kiosk.Data.Editorial;

/// <summary>The body of an article with all that follows from it.</summary>
/// <param name="Html">Rebuilt from the allowlist.</param>
public sealed record KeptBody(string Html, string Text, IReadOnlyList<int> PageStarts, int WordCount)
{
    public static KeptBody Of(Article article) => new(article.BodyHtml, article.BodyText, article.PageStarts, article.WordCount);

    public void Fill(Article article) =>
        (article.BodyHtml, article.BodyText, article.PageStarts, article.WordCount) = (Html, Text, [.. PageStarts], WordCount);
}
