namespace Kiosk.Ingest.Archiving;

/// <summary>How many words a text has, as a reader counts them: <c>e-mail</c>, <c>foto's</c> and <c>1.250,50</c> are one each.</summary>
internal static class WordCount
{
    public static int Of(string text)
    {
        var (words, inside) = (0, false);
        foreach (var character in text)
        {
            var letter = char.IsLetterOrDigit(character);
            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && character is '\'' or '’' or '-' or '.' or ',');
        }

        return words;
    }
}
