using System.Collections.Frozen;

namespace Kiosk.Search.Asking;

/// <summary>
/// Tells a question in a sentence (<c>hoe lang duurt een schuldregeling?</c>) from words put side by side. Who types words wants all of them; of a
/// sentence nobody expects each word back in the answer.
/// </summary>
internal static class Sentence
{
    private static readonly FrozenSet<string> FirstWords = (
        "hoe hoelang hoeveel wie wat waar waarom waarvoor waarmee waarheen wanneer welk welke kan kun kunnen mag mogen moet moeten hoef heb hebben heeft "
        + "ben is zijn krijg krijgt krijgen word wordt worden wil ik mijn").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Is(string text)
    {
        var words = text.AsSpan().Trim();
        if (words.EndsWith('?'))
            return true;
        var end = words.IndexOf(' ');
        return end > 0 && FirstWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[..end]);
    }
}
