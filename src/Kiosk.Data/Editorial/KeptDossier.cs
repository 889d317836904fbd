using Kiosk.Data.Lists;

namespace Kiosk.Data.Editorial;

/// <summary>What acts keep of a dossier itself.</summary>
public sealed record KeptDossier(string Title, string Description)
{
    public static KeptDossier Of(ReadingList list) => new(list.Title, list.Description);
}

/// <summary>Whether a list is the editors' and everybody's, or that of one of them.</summary>
public sealed record KeptPublication(bool IsPublic);
