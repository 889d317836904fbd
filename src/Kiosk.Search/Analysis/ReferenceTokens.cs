using Kiosk.Search.References;

namespace Kiosk.Search.Analysis;

/// <summary>Puts references beside the words in which they were read.</summary>
internal static class ReferenceTokens
{
    /// <summary>Adds a token for each reference, and for each broader one, at the position of its first word.</summary>
    public static void AddTo(List<Token> tokens, string text)
    {
        var words = tokens.Count;
        var at = 0;
        foreach (var reference in ReferenceReader.Read(text))
        {
            while (at < words - 1 && tokens[at].End <= reference.Start)
                at++;
            var position = words == 0 ? 0 : tokens[at].Position;
            foreach (var key in reference.Keys)
                tokens.Add(new Token(key, key, position, reference.Start, reference.Length, TokenKind.Synonym, IsStopWord: false) { IsBeside = true });
        }
    }
}
