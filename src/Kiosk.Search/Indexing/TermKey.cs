namespace Kiosk.Search.Indexing;

/// <summary>
/// Terms of different sorts in one dictionary, told apart by a first character that no word starts with. All but plain terms only tell in
/// which articles they stand.
/// </summary>
internal static class TermKey
{
    public const char FormMark = '\u0001';
    public const char TitleFormMark = '\u0003';

    private const char LastMark = TitleFormMark;

    /// <summary>A word as written, where that differs from its stem.</summary>
    public static string Form(string form) => FormMark + form;

    /// <summary>A word in the name of an author.</summary>
    public static string Author(string term) => "\u0002" + term;

    /// <summary>A word of a title as written, for suggestions.</summary>
    public static string TitleForm(string form) => TitleFormMark + form;

    public static bool IsPlain(string key) => key.Length > 0 && key[0] > LastMark;
}
