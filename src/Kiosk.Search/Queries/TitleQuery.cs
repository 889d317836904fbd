namespace Kiosk.Search.Queries;

/// <summary>A word, phrase or prefix that stands in the title: <c>titel:schone</c>.</summary>
public sealed record TitleQuery(Query Part) : Query
{
    public override bool Matches(ArticleTerms article) => Part switch
    {
        TermQuery term => article.HasInTitle(term.Text),
        PhraseQuery phrase => article.HasPhraseInTitle(phrase.Words),
        PrefixQuery prefix => article.AnyStartsWith(Indexing.TermKey.TitleForm(prefix.Start)),
        _ => true,
    };

    public override string ToString() => $"titel:{Part}";
}
