namespace Kiosk.Search.Spelling;

/// <summary>
/// The cost of having typed one word for each of many in the order of their letters: an edit distance (Wagner and Fischer, 1974, with transpositions) of
/// which a row stands for each letter of the word compared, so that words with the same beginning share the rows of it.
/// </summary>
internal sealed class WeightedDistance
{
    private const double Never = 1e9;

    private readonly string _typed;
    private readonly double _most;
    private readonly double[][] _rows;
    private readonly double[] _least;
    private readonly (int First, int Last)[] _near;

    public WeightedDistance(string typed, double most, int longest)
    {
        (_typed, _most) = (typed, most);
        _rows = new double[longest + 1][];
        _least = new double[longest + 1];
        _near = new (int, int)[longest + 1];
        for (var i = 0; i <= longest; i++)
            _rows[i] = new double[typed.Length + 1];
        for (var j = 1; j <= typed.Length; j++)
            _rows[0][j] = _rows[0][j - 1] + Extra(j);
        _near[0] = (0, typed.Length);
    }

    /// <summary>Fills the rows of a word from a letter on; how many letters could be taken before it became too far.</summary>
    public int Extend(string word, int from)
    {
        for (var i = from + 1; i <= word.Length; i++)
        {
            if (Fill(word, i) > _most && IsTooFar(i))
                return i - 1;
        }
        return word.Length;
    }

    /// <summary>What it costs to have typed this word; its rows must be filled.</summary>
    public double CostOf(string word) => _rows[word.Length][_typed.Length];

    /// <summary>A piece of several letters may still start in an earlier row.</summary>
    private bool IsTooFar(int row)
    {
        for (var i = Math.Max(0, row - SpellingErrors.LongestPiece + 1); i < row; i++)
        {
            if (_least[i] + SpellingErrors.CheapestPiece <= _most)
                return false;
        }
        return true;
    }

    /// <summary>Cells that can only be too far are not looked into (Ukkonen, 1985).</summary>
    private double Fill(string word, int i)
    {
        var row = _rows[i];
        Array.Fill(row, Never);
        row[0] = _rows[i - 1][0] + SpellingErrors.Deletion + (i == 1 ? SpellingErrors.FirstLetter : 0);
        var least = row[0];
        var (from, to) = Reach(i);
        var near = row[0] <= _most ? (First: 0, Last: 0) : (First: int.MaxValue, Last: -1);
        for (var j = Math.Max(1, from); j <= _typed.Length && (j <= to || row[j - 1] <= _most); j++)
        {
            row[j] = Math.Min(Letters(word, i, j), Pieces(word, i, j));
            least = Math.Min(least, row[j]);
            if (row[j] <= _most)
                near = (Math.Min(near.First, j), j);
        }
        _near[i] = near;
        return _least[i] = least;
    }

    /// <summary>The cells of a row that can be reached from near cells of the rows before it.</summary>
    private (int From, int To) Reach(int i)
    {
        var (from, to) = (int.MaxValue, -1);
        for (var before = Math.Max(0, i - SpellingErrors.LongestPiece); before < i; before++)
            (from, to) = (Math.Min(from, _near[before].First), Math.Max(to, _near[before].Last));
        return (from, to + SpellingErrors.LongestPiece);
    }

    private double Letters(string word, int i, int j)
    {
        var (typed, meant) = (_typed[j - 1], word[i - 1]);
        var first = i == 1 && j == 1 ? SpellingErrors.FirstLetter : 0;
        var cost = _rows[i - 1][j - 1] + (typed == meant ? 0 : SpellingErrors.Substitution(typed, meant) + first);
        cost = Math.Min(cost, _rows[i][j - 1] + Extra(j));
        cost = Math.Min(cost, _rows[i - 1][j] + (i > 1 && meant == word[i - 2] ? SpellingErrors.Doubling : SpellingErrors.Deletion));
        if (i > 1 && j > 1 && typed == word[i - 2] && meant == _typed[j - 2])
            cost = Math.Min(cost, _rows[i - 2][j - 2] + SpellingErrors.Transposition);
        return cost;
    }

    private double Extra(int j) => j > 1 && _typed[j - 1] == _typed[j - 2] ? SpellingErrors.Doubling : SpellingErrors.Insertion + (j == 1 ? SpellingErrors.FirstLetter : 0);

    private double Pieces(string word, int i, int j)
    {
        var typed = _typed.AsSpan(0, j);
        var meant = word.AsSpan(0, i);
        var cost = Least(SpellingErrors.Ending(typed[^1], meant[^1]), typed, meant);
        cost = Math.Min(cost, Least(SpellingErrors.Ending('\0', meant[^1]), typed, meant));
        return Math.Min(cost, Least(SpellingErrors.Ending(typed[^1], '\0'), typed, meant));
    }

    private double Least(SpellingErrors.Piece[]? pieces, ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var least = Never;
        if (pieces is null)
            return least;
        foreach (var piece in pieces)
        {
            if (typed.EndsWith(piece.Typed, StringComparison.Ordinal) && meant.EndsWith(piece.Meant, StringComparison.Ordinal))
                least = Math.Min(least, _rows[meant.Length - piece.Meant.Length][typed.Length - piece.Typed.Length] + piece.Cost);
        }
        return least;
    }
}
