using Kiosk.Data.Editions;

namespace Kiosk.Data.Editorial;

/// <summary>A pick as an act keeps it.</summary>
public sealed record KeptPick(long Article, string Quote, string Signature, DateOnly StartsOn, DateOnly EndsOn)
{
    public static KeptPick Of(Pick pick) => new(pick.ArticleId, pick.Quote, pick.Signature, pick.StartsOn, pick.EndsOn);

    public void Fill(Pick pick) =>
        (pick.ArticleId, pick.Quote, pick.Signature, pick.StartsOn, pick.EndsOn) = (Article, Quote, Signature, StartsOn, EndsOn);
}
