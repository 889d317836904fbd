namespace Kiosk.Search.Indexing;

/// <summary>
/// Terms of different sorts in one dictionary, told apart by a first character that no word starts with. All but plain terms only tell in
/// which articles they stand.
/// </summary>
internal static class TermKey
{
    public const char FormMark = '\u0001';
    public const char TitleFormMark = '\u0003';
    public const char WrittenMark = '\u0004';

    public const char TopicFormMark = '\u0007';

    private const char LastMark = WrittenMark;

    /// <summary>A word as written, where that differs from its stem.</summary>
    public static string Form(string form) => FormMark + form;

    /// <summary>A word in the name of a topic as written: apart, since a rule that tags looks at what an article says and not at how it is tagged.</summary>
    public static string TopicForm(string form) => TopicFormMark + form;

    /// <summary>A word in the name of an author.</summary>
    public static string Author(string term) => "\u0002" + term;

    /// <summary>A word of a title as written, for suggestions.</summary>
    public static string TitleForm(string form) => TitleFormMark + form;

    /// <summary>A word as written, in small letters with its diacritics, where neither its stem nor its <see cref="Form"/> says so; for spelling.</summary>
    public static string Written(string word) => WrittenMark + word;

    /// <summary>A word found inside a longer one, or a reference beside the words in which it was read: plain, but apart from the words themselves, so that these stay as rare as they are.</summary>
    public static string Part(string term) => "\u0005" + term;

    public static bool IsPlain(string key) => key.Length > 0 && key[0] is > LastMark and not TopicFormMark;
}
