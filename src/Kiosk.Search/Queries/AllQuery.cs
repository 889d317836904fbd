namespace Kiosk.Search.Queries;

/// <summary>Every article.</summary>
public sealed record AllQuery : Query
{
    public override bool Matches(ArticleTerms article) => true;

    public override string ToString() => "";
}
