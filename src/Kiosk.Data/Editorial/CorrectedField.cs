namespace Kiosk.Data.Editorial;

/// <summary>A part of an article that an editor may correct.</summary>
public enum CorrectedField
{
    Title,
    Lead,
    Published,
    Authors,
    Body,
}
