namespace Kiosk.Search.Analysis;

/// <summary>What the analysis adds beside the running words. Each can be left out, to measure what it brings.</summary>
/// <param name="Compounds">The parts of compounds.</param>
/// <param name="References">Articles of law, rulings, files, amounts and percentages as one term each.</param>
public sealed record AnalysisFilters(bool Compounds, bool References)
{
    /// <summary>Running words and hyphenated wholes alone.</summary>
    public static AnalysisFilters None { get; } = new(Compounds: false, References: false);

    /// <summary>Everything.</summary>
    public static AnalysisFilters All { get; } = new(Compounds: !LeftOut.Parts, References: !LeftOut.References);
}
