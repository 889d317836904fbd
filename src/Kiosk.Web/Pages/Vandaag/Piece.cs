using Kiosk.Data.Editions;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Pages.Vandaag;

/// <summary>A piece in the edition, and why it is there, in Dutch.</summary>
public sealed record Piece(ArticleCard Card, string Why)
{
    /// <summary>Names of the other sources that tell the same news.</summary>
    public IReadOnlyList<string> AlsoAt { get; init; } = [];

    /// <summary>What the editors say of it; null if they did not pick it.</summary>
    public Pick? Pick { get; init; }

    /// <summary>What the reader can do with it; null for who has no account.</summary>
    public PieceActs? Acts { get; init; }

    /// <summary>True if she read it; only known of who asked the kiosk to remember that.</summary>
    public bool IsRead { get; init; }
}

/// <summary>What a reader with an account did with a piece of her edition.</summary>
/// <param name="Judgement">What she said of it; null if nothing.</param>
/// <param name="InPlaceOf">The title of the piece that she swapped for it; null if it was there from the start.</param>
public sealed record PieceActs(Judgement? Judgement, string? InPlaceOf);
