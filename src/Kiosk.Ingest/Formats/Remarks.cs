using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats;

/// <summary>What is said in Dutch about a feed that was read, but not without trouble.</summary>
internal static class Remarks
{
    public const string CutShort = "De feed is halverwege afgebroken; alleen het eerste deel is gelezen.";
    public const string Repaired = "De feed bevat fouten in de XML en is zo goed mogelijk hersteld.";
    public const string TooDeep = "Delen die te diep in elkaar zitten zijn overgeslagen.";

    public static readonly string TooLong = $"De feed is erg lang: alleen het eerste deel is gelezen (hooguit {MarkupLimits.Items} berichten).";

    /// <summary>Two remarks as one; either may be null.</summary>
    public static string? Join(string? first, string? second) => first is null ? second : second is null ? first : $"{first} {second}";
}
