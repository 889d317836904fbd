using System.Globalization;

namespace Kiosk.Data.Editorial;

/// <summary>The fields of an article as text: to be kept, compared and put back.</summary>
public static class CorrectedText
{
    public static string Of(Article article, CorrectedField field) => field switch
    {
        CorrectedField.Title => article.Title,
        CorrectedField.Lead => article.Lead,
        CorrectedField.Published => Of(article.PublishedAt),
        CorrectedField.Authors => string.Join('\n', article.Authors),
        CorrectedField.Body => EditorialLog.Write(KeptBody.Of(article)),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static string Of(KeptBody body) => EditorialLog.Write(body);

    /// <summary>Puts a value that <see cref="Of(Article, CorrectedField)"/> made in the article.</summary>
    public static void Fill(Article article, CorrectedField field, string value)
    {
        switch (field)
        {
            case CorrectedField.Title:
                article.Title = value;
                break;
            case CorrectedField.Lead:
                article.Lead = value;
                break;
            case CorrectedField.Published:
                article.PublishedAt = DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
                break;
            case CorrectedField.Authors:
                article.Authors = [.. value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
                break;
            case CorrectedField.Body:
                EditorialLog.Read<KeptBody>(value)!.Fill(article);
                break;
        }
    }
}
