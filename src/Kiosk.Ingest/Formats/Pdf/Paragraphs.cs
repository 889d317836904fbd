using System.Text;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pdf;

/// <summary>Rejoins paragraphs from lines, also over the end of a column or a page.</summary>
internal sealed partial class Paragraphs(Hyphenation hyphenation)
{
    // Characters. In blocks narrower than this the lengths of lines say nothing.
    private const int NarrowestBlock = 30;
    // A line with room for one more word ends something; where a sentence ends too, little room will do.
    private const double NearlyFull = 0.95;
    private const double PartlyFull = 0.8;

    private readonly StringBuilder _text = new();
    private readonly List<int> _starts = [];
    private string _previous = "";

    /// <returns>The paragraphs with an empty line between, and for each page where it begins.</returns>
    public static (string Text, List<int> Starts) Join(List<List<string>> pages)
    {
        var paragraphs = new Paragraphs(Hyphenation.For(pages.SelectMany(static page => page)));
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var block in Blocks(pages[page]))
                paragraphs.Add(block, page);
        }

        paragraphs.BeginPages(pages.Count);
        return (paragraphs._text.ToString(), paragraphs._starts);
    }

    private static IEnumerable<List<string>> Blocks(List<string> lines)
    {
        var block = new List<string>();
        foreach (var line in lines)
        {
            if (line.Length > 0)
            {
                block.Add(Spaces().Replace(line, " "));
            }
            else if (block.Count > 0)
            {
                yield return block;
                block = [];
            }
        }

        if (block.Count > 0)
            yield return block;
    }

    private void Add(List<string> block, int page)
    {
        var width = Math.Max(block.Max(static line => line.Length), NarrowestBlock);
        for (var i = 0; i < block.Count; i++)
        {
            if (i == 0 ? GoesOnInBlock(block[i]) : GoesOnInLine(block[i], width))
                hyphenation.Bind(_text, block[i]);
            else if (_text.Length > 0)
                _text.Append("\n\n");
            BeginPages(page + 1);
            _text.Append(block[i]);
            _previous = block[i];
        }
    }

    /// <summary>Pages up to this one begin here, if they did not yet.</summary>
    private void BeginPages(int count)
    {
        while (_starts.Count < count)
            _starts.Add(_text.Length);
    }

    /// <summary>A new block goes on with the sentence that the last one left open.</summary>
    private bool GoesOnInBlock(string line) =>
        IsBullet(_previous) || ((char.IsLower(line[0]) || line[0] == '(') && !Item().IsMatch(line) && _previous.Length >= NarrowestBlock && !EndsSentence(_previous));

    /// <summary>A line ends a paragraph if the next word would have fitted on it and could begin one.</summary>
    private bool GoesOnInLine(string line, int width)
    {
        if (IsBullet(_previous))
            return true;
        if (Item().IsMatch(line) && (EndsSentence(_previous) || !char.IsLetterOrDigit(line[0])))
            return false;
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var isEnd = EndsSentence(_previous);
        var wouldFit = _previous.Length + 1 + (space < 0 ? line.Length : space) <= width * (isEnd ? NearlyFull : PartlyFull);
        return !wouldFit || (char.IsLower(line[0]) && !isEnd);
    }

    private static bool EndsSentence(string line) => line[^1] is '.' or '!' or '?' or ':' or ';' or '”' or '’' or '"' or ')';

    private static bool IsBullet(string line) => line is "•" or "▪" or "◦" or "‣" or "·" or "●" or "■" or "-" or "–" or "*" or "o";

    /// <summary>Begins an item of a list or a numbered heading.</summary>
    [GeneratedRegex(@"^([•▪◦‣·●■*–-] ?|o |[0-9]{1,2}(\.[0-9]{1,2}){0,4}[.)]? |[a-z]\) |\([0-9a-z]\) )(?=\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex Item();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Spaces();
}
