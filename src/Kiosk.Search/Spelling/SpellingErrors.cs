namespace Kiosk.Search.Spelling;

/// <summary>
/// What it costs to have written one piece of a word for another: a noisy channel (Kernighan, Church and Gale, "A Spelling Correction Program
/// Based on a Noisy Channel Model", 1990; several letters at once after Brill and Moore, 2000) with the errors that the Dutch make: sounds alike
/// (ei and ij, d and t, c and k), single for double letters, old spellings, neighbours on the keyboard. One other letter costs 1.
/// </summary>
internal static class SpellingErrors
{
    /// <summary>The most letters of a piece on either side.</summary>
    public const int LongestPiece = 3;

    /// <summary>The least that a piece costs.</summary>
    public const double CheapestPiece = 0.1;

    public const double Insertion = 1;
    public const double Deletion = 0.95;
    public const double Doubling = 0.45;
    public const double Transposition = 0.6;
    public const double FirstLetter = 0.35;

    private const double OtherLetter = 1.05;
    private const double Neighbour = 0.85;
    private const double Diacritic = 0.1;

    // In both directions, at one cost.
    private const string Alike =
        "0.3 ei ij|0.35 au ou|0.35 auw ouw|0.3 dt d|0.3 dt t|0.35 d t|0.4 g ch|0.45 c k|0.5 c s|0.5 s z|0.5 f v|0.5 i ie|0.45 y i|0.5 y ij|0.5 ie y|0.45 ph f|0.45 th t|"
        + "0.45 rh r|0.4 x ks|0.45 qu kw|0.5 k q|0.45 ck k|0.45 c ck|0.5 cc k|0.5 kk cc|0.5 cc c|0.5 kk k|0.45 sch s|0.5 sj sh|0.5 ch sj|0.5 ch sh|0.55 g j|0.5 eu oi|0.5 ae e|0.5 ae a|"
        + "0.5 oe u|0.5 oe ou|0.55 u uu|0.5 ee e|0.5 aa a|0.5 oo o|0.5 eau o|0.5 eau oo|0.5 b p|0.4 n en|0.35 e en|0.4 s es|0.55 air er|0.55 air ere|0.5 ai ei|0.5 ij eij|"
        + "0.5 ij y|0.5 sie tie|0.5 sie cie|0.5 tie cie|0.45 k ch|0.45 h g|0.6 nk ng|0.6 eer ir|0.6 oor or|0.55 ks cc|0.5 kt ct|0.5 uw w|0.5 u w|0.5 j i|0.5 ij i|0.6 er r|"
        + "0.5 ' e|0.2 ' |0.25 - |0.3 oe oë|0.3 ee eë|0.3 ie ië|0.4 ie ieë|0.35 ië ieë|0.15 é ee|0.6 ke je|0.6 ske je|0.6 ies jes|0.6 ie je|0.5 jn n|0.5 m n|0.6 en s|0.6 eer er|0.6 ou oo|0.6 oe o";

    private const int Letters = 256;

    private static readonly string[] Rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
    private static readonly Piece[]?[] Pieces = ReadPieces();
    private static readonly double[] Substitutions = ReadSubstitutions();

    /// <summary>The pieces that end in these letters, NUL where a side is empty; null for most pairs.</summary>
    public static Piece[]? Ending(char typed, char meant) => (typed | meant) < Letters ? Pieces[(typed * Letters) + meant] : null;

    /// <summary>To have typed one letter for another.</summary>
    public static double Substitution(char typed, char meant)
    {
        if (typed == meant)
            return 0;
        if ((typed | meant) < Letters)
            return Substitutions[(typed * Letters) + meant];
        return Compare(typed, meant);
    }

    private static double Compare(char typed, char meant) => Bare(typed) == Bare(meant) ? Diacritic : AreNeighbours(typed, meant) ? Neighbour : OtherLetter;

    private static double[] ReadSubstitutions()
    {
        var table = new double[Letters * Letters];
        for (var i = 0; i < table.Length; i++)
            table[i] = Compare((char)(i / Letters), (char)(i % Letters));
        return table;
    }

    private static char Bare(char letter) => letter.ToString().Normalize(System.Text.NormalizationForm.FormD)[0];

    private static bool AreNeighbours(char one, char other)
    {
        for (var row = 0; row < Rows.Length; row++)
        {
            var column = Rows[row].IndexOf(one, StringComparison.Ordinal);
            if (column < 0)
                continue;
            for (var near = Math.Max(0, row - 1); near <= Math.Min(Rows.Length - 1, row + 1); near++)
            {
                var at = Rows[near].IndexOf(other, StringComparison.Ordinal);
                if (at >= 0 && Math.Abs(at - column) <= 1)
                    return true;
            }
        }
        return false;
    }

    private static Piece[]?[] ReadPieces()
    {
        var pieces = new List<Piece>();
        foreach (var line in Alike.Split('|'))
        {
            var fields = line.Split(' ');
            var cost = double.Parse(fields[0], System.Globalization.CultureInfo.InvariantCulture);
            pieces.Add(new Piece(fields[1], fields[2], cost));
            pieces.Add(new Piece(fields[2], fields[1], cost));
        }
        var table = new Piece[]?[Letters * Letters];
        foreach (var group in pieces.GroupBy(piece => (LastOf(piece.Typed) * Letters) + LastOf(piece.Meant)))
            table[group.Key] = [.. group];
        return table;
    }

    private static char LastOf(string piece) => piece.Length > 0 ? piece[^1] : '\0';

    /// <summary>Letters written for others.</summary>
    internal sealed record Piece(string Typed, string Meant, double Cost);
}
