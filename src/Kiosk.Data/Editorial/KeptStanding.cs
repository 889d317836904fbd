namespace Kiosk.Data.Editorial;

/// <summary>Where an article stands, as an act keeps it.</summary>
/// <param name="Reason">Why it is out of sight, for readers; null if none was given.</param>
/// <param name="InboxAt">Its place in the inbox; null if it is not there.</param>
/// <param name="KeptOut">Whether it stays away, under whatever name or address its text comes.</param>
public sealed record KeptStanding(ArticleState State, string? Reason, DateTimeOffset? InboxAt, bool KeptOut)
{
    public static KeptStanding Of(Article article) => new(article.State, article.StateReason, article.InboxAt, article.KeptOut);

    public void Fill(Article article) => (article.State, article.StateReason, article.InboxAt, article.KeptOut) = (State, Reason, InboxAt, KeptOut);
}
