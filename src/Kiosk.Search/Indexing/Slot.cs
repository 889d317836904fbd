namespace Kiosk.Search.Indexing;

/// <summary>In what way a term stands in an article. The first three, running words, have the numbers of their <see cref="Field"/>.</summary>
internal enum Slot : byte
{
    Body,
    Title,
    Lead,

    /// <summary>A hyphenated word written together: counts as the field it stands in, but phrases run over its parts.</summary>
    WholeInBody,
    WholeInTitle,
    WholeInLead,
    Topic,
    Part,
    PartInTitle,

    /// <summary>Only tells that the article holds it: forms and authors.</summary>
    Mark,
}
