namespace Kiosk.Search.Analysis;

/// <summary>
/// A word on its way to its stem. <c>Y</c> and <c>I</c> in capitals are consonants. The regions R1 and R2 are what comes after the first
/// consonant that follows a vowel, and the same again within R1; R1 starts at the fourth letter at the earliest.
/// </summary>
internal ref struct DutchWord(Span<char> letters)
{
    private readonly Span<char> _letters = letters;
    private int _length = letters.Length;
    private int _r1 = letters.Length;
    private int _r2 = letters.Length;
    private bool _eRemoved;

    public override readonly string ToString() => string.Create(_length, _letters[.._length], static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = source[i] switch { 'Y' => 'y', 'I' => 'i', var letter => letter };
    });

    public readonly void MarkConsonants()
    {
        for (var i = 0; i < _length; i++)
            _letters[i] = WithoutAccent(_letters[i]);
        if (_length > 0 && _letters[0] == 'y')
            _letters[0] = 'Y';
        for (var i = 1; i < _length; i++)
        {
            if (!IsVowel(_letters[i - 1]))
                continue;
            if (_letters[i] == 'i' && i + 1 < _length && IsVowel(_letters[i + 1]))
                _letters[i] = 'I';
            else if (_letters[i] == 'y')
                _letters[i] = 'Y';
        }
    }

    public void MarkRegions()
    {
        var first = AfterSyllable(0);
        if (first < 0)
            return;
        _r1 = Math.Max(first, 3);
        var second = AfterSyllable(first);
        if (second >= 0)
            _r2 = second;
    }

    /// <summary>Step 1: -heden, -en, -ene, -s, -se.</summary>
    public void RemovePlural()
    {
        if (EndsWith("heden"))
        {
            if (InR1(5))
                Replace(5, "heid");
        }
        else if (EndsWith("ene"))
            RemoveEn(3);
        else if (EndsWith("en"))
            RemoveEn(2);
        else if (EndsWith("se"))
            RemoveS(2);
        else if (EndsWith("s"))
            RemoveS(1);
    }

    /// <summary>Step 2: -e after a consonant.</summary>
    public void RemoveFinalE()
    {
        _eRemoved = false;
        if (!EndsWith("e") || !InR1(1) || !ConsonantBefore(1))
            return;
        _length--;
        _eRemoved = true;
        Undouble();
    }

    /// <summary>Step 3a: -heid, and -en before it.</summary>
    public void RemoveHeid()
    {
        if (!EndsWith("heid") || !InR2(4) || Before(4) == 'c')
            return;
        _length -= 4;
        if (EndsWith("en"))
            RemoveEn(2);
    }

    /// <summary>Step 3b: -end, -ing, -ig, -lijk, -baar, -bar.</summary>
    public void RemoveDerivation()
    {
        if (EndsWith("end") || EndsWith("ing"))
            RemoveIng();
        else if (EndsWith("ig"))
            RemoveIg();
        else if (EndsWith("lijk") && InR2(4))
        {
            _length -= 4;
            RemoveFinalE();
        }
        else if (EndsWith("baar") && InR2(4))
            _length -= 4;
        else if (EndsWith("bar") && InR2(3) && _eRemoved)
            _length -= 3;
    }

    /// <summary>Step 4: a double vowel between consonants becomes single.</summary>
    public void UndoubleVowel()
    {
        if (_length < 4 || IsVowel(_letters[_length - 1]) || _letters[_length - 1] == 'I')
            return;
        var vowel = _letters[_length - 2];
        if (vowel is not ('a' or 'e' or 'o' or 'u') || _letters[_length - 3] != vowel || IsVowel(_letters[_length - 4]))
            return;
        _letters[_length - 2] = _letters[_length - 1];
        _length--;
    }

    private void RemoveEn(int suffix)
    {
        if (!InR1(suffix) || !ConsonantBefore(suffix) || _letters[..(_length - suffix)].EndsWith("gem"))
            return;
        _length -= suffix;
        Undouble();
    }

    private void RemoveS(int suffix)
    {
        if (InR1(suffix) && ConsonantBefore(suffix) && Before(suffix) != 'j')
            _length -= suffix;
    }

    private void RemoveIng()
    {
        if (!InR2(3))
            return;
        _length -= 3;
        if (!RemoveIg())
            Undouble();
    }

    private bool RemoveIg()
    {
        if (!EndsWith("ig") || !InR2(2) || Before(2) == 'e')
            return false;
        _length -= 2;
        return true;
    }

    private void Undouble()
    {
        if (EndsWith("kk") || EndsWith("dd") || EndsWith("tt"))
            _length--;
    }

    private void Replace(int suffix, string by)
    {
        _length -= suffix;
        by.CopyTo(_letters[_length..]);
        _length += by.Length;
    }

    private readonly bool EndsWith(string suffix) => _letters[.._length].EndsWith(suffix);

    private readonly bool InR1(int suffix) => _r1 <= _length - suffix;

    private readonly bool InR2(int suffix) => _r2 <= _length - suffix;

    /// <summary>The letter before a suffix; NUL if there is none.</summary>
    private readonly char Before(int suffix) => _length > suffix ? _letters[_length - suffix - 1] : '\0';

    private readonly bool ConsonantBefore(int suffix) => _length > suffix && !IsVowel(Before(suffix));

    private readonly int AfterSyllable(int from)
    {
        while (from < _length && !IsVowel(_letters[from]))
            from++;
        while (from < _length && IsVowel(_letters[from]))
            from++;
        return from < _length ? from + 1 : -1;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'è';

    private static char WithoutAccent(char letter) => letter switch
    {
        'ä' or 'á' => 'a',
        'ë' or 'é' => 'e',
        'ï' or 'í' => 'i',
        'ö' or 'ó' => 'o',
        'ü' or 'ú' => 'u',
        _ => letter,
    };
}
