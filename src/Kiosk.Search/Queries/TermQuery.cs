namespace Kiosk.Search.Queries;

/// <summary>One word, in any of the forms that share its stem.</summary>
/// <param name="Form">The word folded, as it was asked for.</param>
/// <param name="Text">Its stem, which is what is compared.</param>
public sealed record TermQuery(string Form, string Text) : Query
{
    /// <summary>True for a word too common to ask for; such a word is asked for only if it stands alone or in quotes.</summary>
    public bool IsStopWord { get; init; }

    /// <summary>True for a word that was typed in quotes: it is not widened by what means the same.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>For a reference to a paragraph of an article of law, the article; else null.</summary>
    internal BroaderTerm? Broader { get; init; }

    public override bool Matches(ArticleTerms article) => article.HasWord(Text);

    public override string ToString() => IsStopWord || IsQuoted ? $"\"{Form}\"" : Form;
}

/// <param name="Key">The term.</param>
/// <param name="Label">What it is called on a page.</param>
internal sealed record BroaderTerm(string Key, string Label);
