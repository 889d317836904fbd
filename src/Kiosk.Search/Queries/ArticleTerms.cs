using Kiosk.Search.Analysis;

namespace Kiosk.Search.Queries;

/// <summary>
/// An article's text as terms: the one reading from which both the index is filled and <see cref="Query.Matches(IndexedArticle)"/> decides.
/// </summary>
public sealed class ArticleTerms
{
    private readonly HashSet<string> _terms = [];
    private readonly HashSet<string> _forms = [];
    private readonly HashSet<string> _wholes = [];

    private ArticleTerms(IndexedArticle article)
    {
        Title = Read(article.Title);
        Lead = Read(article.Lead);
        Body = Read(article.Body);
    }

    /// <summary>The running words of each field, stop words too.</summary>
    internal List<string> Title { get; }

    internal List<string> Lead { get; }

    internal List<string> Body { get; }

    /// <summary>Every term by which the article is found.</summary>
    internal IReadOnlyCollection<string> Terms => _terms;

    /// <summary>Hyphenated words written together, which do not stand in the running text.</summary>
    internal IReadOnlyCollection<string> Wholes => _wholes;

    /// <summary>Words as written, where that differs from the stem; prefixes look here too.</summary>
    internal IReadOnlyCollection<string> Forms => _forms;

    public static ArticleTerms Of(IndexedArticle article) => new(article);

    internal bool Has(string term) => _terms.Contains(term);

    internal bool HasPrefix(string start) =>
        _terms.Any(term => term.StartsWith(start, StringComparison.Ordinal)) || _forms.Any(form => form.StartsWith(start, StringComparison.Ordinal));

    internal bool HasPhrase(IReadOnlyList<TermQuery> words) =>
        words.All(word => Has(word.Text)) && (Contains(Title, words) || Contains(Lead, words) || Contains(Body, words));

    private static bool Contains(List<string> field, IReadOnlyList<TermQuery> words)
    {
        for (var at = 0; at + words.Count <= field.Count; at++)
        {
            var matched = 0;
            while (matched < words.Count && field[at + matched] == words[matched].Text)
                matched++;
            if (matched == words.Count)
                return true;
        }
        return false;
    }

    private List<string> Read(string text)
    {
        var tokens = DutchAnalyzer.Analyze(text);
        var running = new List<string>(tokens.Count);
        foreach (var token in tokens)
        {
            _terms.Add(token.Text);
            if (token.IsWhole)
                _wholes.Add(token.Text);
            else
                running.Add(token.Text);
            if (token.Form != token.Text)
                _forms.Add(token.Form);
        }
        return running;
    }
}
