using Kiosk.Data.Lists;

namespace Kiosk.Data.Editorial;

/// <summary>What acts keep of a dossier itself.</summary>
/// <param name="Cover">Null in acts from before covers were kept.</param>
public sealed record KeptDossier(string Title, string Description, KeptListCover? Cover = null)
{
    public static KeptDossier Of(ReadingList list) => new(list.Title, list.Description, new KeptListCover(list.CoverMark, list.CoverHue));

    /// <summary>Gives a dossier what was kept.</summary>
    public void Fill(ReadingList list)
    {
        (list.Title, list.Description) = (Title, Description);
        if (Cover is { } cover)
            (list.CoverMark, list.CoverHue) = (cover.Mark, cover.Hue);
    }

    /// <summary>Whether a dossier still is as it was kept.</summary>
    public bool Holds(ReadingList list) => this == (Cover is null ? Of(list) with { Cover = null } : Of(list));
}

/// <summary>As in <see cref="ReadingList.CoverMark"/> and <see cref="ReadingList.CoverHue"/>.</summary>
public sealed record KeptListCover(string Mark, int? Hue);

/// <summary>Whether a list is the editors' and everybody's, or that of one of them.</summary>
/// <param name="Owner">Whose it is; null if it is everybody's, and in acts from before owners were kept.</param>
public sealed record KeptPublication(bool IsPublic, Guid? Owner = null)
{
    public static KeptPublication Of(ReadingList list) => new(list.IsDossier, list.UserId);
}
