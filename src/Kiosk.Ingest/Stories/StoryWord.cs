namespace Kiosk.Ingest.Stories;

/// <summary>One word of a text as stories are recognised by.</summary>
/// <param name="Text">Folded; a number by its value.</param>
/// <param name="Kind">Whether it is a fact, and which.</param>
internal readonly record struct StoryWord(string Text, WordKind Kind);

/// <summary>Facts tell one piece of news from another that is told in the same words.</summary>
internal enum WordKind
{
    Plain,

    /// <summary>An amount, a date, an article of law.</summary>
    Number,

    /// <summary>A person, a place, an organisation.</summary>
    Name,
}
