namespace Kiosk.Data.Editorial;

/// <summary>The fields that a correction touches, as an act keeps them.</summary>
public sealed record KeptFields(IReadOnlyDictionary<CorrectedField, KeptField> Fields)
{
    internal static KeptFields Of(Article article, IEnumerable<CorrectedField> fields) => new(fields.ToDictionary(
        field => field, field => new KeptField(CorrectedText.Of(article, field), article.Corrections.Exists(correction => correction.Field == field))));

    internal bool Holds(Article article) => Of(article, Fields.Keys).Fields.All(field => Fields[field.Key] == field.Value);
}

/// <summary>A field as it was.</summary>
/// <param name="Value">As <see cref="CorrectedText"/> writes it.</param>
/// <param name="ByHand">True if it was an editor's word, false if the source's.</param>
public sealed record KeptField(string Value, bool ByHand);
