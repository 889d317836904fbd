namespace Kiosk.Ingest.Extraction.Body;

/// <summary>How much is left out on the word of its name alone. What finds too little is tried again with less.</summary>
internal enum Strictness
{
    Strict,
    Loose,
    None,
}
