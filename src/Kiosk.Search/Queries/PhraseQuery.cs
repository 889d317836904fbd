namespace Kiosk.Search.Queries;

/// <summary>At least two words that stand one after another in one field; stop words count.</summary>
public sealed record PhraseQuery(IReadOnlyList<TermQuery> Words) : Query
{
    public override bool Matches(ArticleTerms article) => article.HasPhrase(Words);

    public override string ToString() => $"\"{string.Join(' ', Words.Select(word => word.Form))}\"";
}
