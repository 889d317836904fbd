namespace Kiosk.Data;

/// <summary>Who or what put a topic on an article.</summary>
public enum TaggedBy
{
    /// <summary>The topic is set on the source, so all its articles carry it.</summary>
    Source,

    /// <summary>The topic's rule matched.</summary>
    Rule,

    /// <summary>An editor's hand.</summary>
    Editor,

    /// <summary>It came with an import.</summary>
    Import,
}
