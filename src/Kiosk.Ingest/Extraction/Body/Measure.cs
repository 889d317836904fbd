namespace Kiosk.Ingest.Extraction.Body;

/// <summary>How much text an element holds, and of what sort. Lengths in characters, whitespace not counted but as one space between words.</summary>
internal sealed class Measure
{
    public int Text { get; set; }

    /// <summary>Of the text, what stands in links.</summary>
    public int Linked { get; set; }

    public int Words { get; set; }

    public int StopWords { get; set; }

    /// <summary>Characters of scripts that put no spaces between words.</summary>
    public int Unspaced { get; set; }

    public bool EndsSentence { get; set; }

    /// <summary>What the running text in it is worth, roughly in characters.</summary>
    public double Good { get; set; }

    public bool HasBlocks { get; set; }

    public double LinkDensity => Text == 0 ? 0 : (double)Linked / Text;

    public void Add(Measure other)
    {
        Text += other.Text;
        Linked += other.Linked;
        Words += other.Words;
        StopWords += other.StopWords;
        Unspaced += other.Unspaced;
        if (other.Text > 0)
            EndsSentence = other.EndsSentence;
    }
}
