using Kiosk.Data.Annotations;

namespace Kiosk.Web.Annotations;

/// <summary>An annotation beside the text it is about.</summary>
/// <param name="Place">Where its passage begins in the text; null if it is about the whole piece, or its passage is gone.</param>
public sealed record PlacedAnnotation(Annotation Annotation, int? Place)
{
    /// <summary>Its passage stands in the text no longer, or may be shown no longer.</summary>
    public bool IsLost => Place is null && Annotation.Exact.Length > 0;
}
