namespace Kiosk.Data.Editorial;

/// <summary>Keeps what the source says and what an editor made of it apart.</summary>
public static class Corrections
{
    /// <summary>Takes an editor's words off, so that the article is as its source gave it. To be followed by <see cref="PutBack"/>.</summary>
    /// <param name="article">With its corrections.</param>
    /// <returns>The editor's words.</returns>
    public static IReadOnlyDictionary<CorrectedField, string> TakeOff(Article article)
    {
        var words = article.Corrections.ToDictionary(correction => correction.Field, correction => CorrectedText.Of(article, correction.Field));
        foreach (var correction in article.Corrections)
            CorrectedText.Fill(article, correction.Field, correction.SourceValue);
        return words;
    }

    /// <summary>Remembers what the source says by now, and shows the editor's words again.</summary>
    public static void PutBack(Article article, IReadOnlyDictionary<CorrectedField, string> words)
    {
        foreach (var correction in article.Corrections)
        {
            correction.SourceValue = CorrectedText.Of(article, correction.Field);
            CorrectedText.Fill(article, correction.Field, words[correction.Field]);
        }
    }

    /// <summary>Sets fields to an editor's words. What equals the source's own is no correction any more; null takes the source's own.</summary>
    /// <param name="article">With its corrections.</param>
    internal static void Set(Article article, IReadOnlyDictionary<CorrectedField, string?> wanted, DateTimeOffset now)
    {
        foreach (var (field, value) in wanted)
        {
            var correction = article.Corrections.Find(one => one.Field == field);
            var source = correction?.SourceValue ?? CorrectedText.Of(article, field);
            CorrectedText.Fill(article, field, value ?? source);
            // As it is kept: what was filled in may have been put in order.
            var kept = CorrectedText.Of(article, field);
            if (kept == source)
                article.Corrections.Remove(correction!);
            else if (correction is null)
                article.Corrections.Add(new ArticleCorrection { ArticleId = article.Id, Field = field, SourceValue = source, CorrectedAt = now });
            else
                correction.CorrectedAt = now;
        }
    }
}
