namespace Kiosk.Ingest.Formats.Answers;

/// <summary>A text in four bytes, the same in every run, which string's own hash is not: FNV-1a (Fowler, Noll, Vo).</summary>
internal static class Fingerprint
{
    public static uint Of(string text)
    {
        var print = 2166136261u;
        foreach (var character in text)
            print = (print ^ character) * 16777619;
        return print;
    }
}
