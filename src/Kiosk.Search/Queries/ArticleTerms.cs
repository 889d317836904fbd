using Kiosk.Search.Analysis;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Queries;

/// <summary>
/// An article as terms, for one thread at a time: the one reading from which both the index is filled and <see cref="Query.Matches(IndexedArticle)"/> decides.
/// </summary>
public sealed class ArticleTerms
{
    /// <summary>A word takes six letters or so with its space, and gives two terms: measured, so that the list hardly ever grows.</summary>
    private const int LettersPerTerm = 3;

    private readonly List<TermPlace> _occurrences;
    private readonly List<string> _title;
    private readonly List<string> _lead;
    private readonly List<string> _body;
    private readonly Dictionary<Facet, IReadOnlyList<HashSet<string>>> _properties = [];
    private HashSet<string>? _keys;
    private ILookup<(char First, char Second), string>? _byStart;

    private ArticleTerms(IndexedArticle article)
    {
        Article = article;
        _occurrences = new(Expected(article));
        _title = Read(article.Title, Slot.Title);
        _lead = Read(article.Lead, Slot.Lead);
        _body = Read(article.Body, Slot.Body);
        foreach (var name in article.TopicNames)
            ReadTopic(name);
        foreach (var token in article.Authors.SelectMany(DutchAnalyzer.Analyze))
            _occurrences.Add(new(TermKey.Author(token.Text), Slot.Mark, 0));
    }

    public IndexedArticle Article { get; private set; }

    /// <summary>Every term by which the article is found (see <see cref="TermKey"/>), with where it stands.</summary>
    internal IReadOnlyList<TermPlace> Occurrences => _occurrences;

    internal int TitleWords => _title.Count;

    internal int LeadWords => _lead.Count;

    internal int BodyWords => _body.Count;

    /// <summary>The different keys; made when first asked for.</summary>
    internal HashSet<string> Keys => _keys ??= [.. _occurrences.Select(occurrence => occurrence.Key)];

    public static ArticleTerms Of(IndexedArticle article) => new(article);

    /// <summary>About so many occurrences has an article, seldom more.</summary>
    internal static int Expected(IndexedArticle article) => (article.Title.Length + article.Lead.Length + article.Body.Length) / LettersPerTerm;

    /// <summary>Takes up what became known of the article since; its words stay as they are.</summary>
    /// <param name="properties">Gives the article with the properties that it has now; title, lead, body, topics and authors unchanged.</param>
    public void Learn(Func<IndexedArticle, IndexedArticle> properties)
    {
        Article = properties(Article);
        _properties.Clear();
    }

    /// <summary>For each value that it has of a property, the words of the value and its name.</summary>
    internal IReadOnlyList<HashSet<string>> PropertyWords(Facet facet)
    {
        if (!_properties.TryGetValue(facet, out var words))
            _properties[facet] = words = [.. ValuesBuilder.ValuesOf(Article, facet).Where(value => value.Value.Length > 0).Select(PropertyQuery.Words)];
        return words;
    }

    internal bool Has(string key) => Keys.Contains(key);

    internal bool HasWord(string term) => Has(term) || Has(TermKey.Part(term));

    internal bool HasPrefix(string start) => AnyStartsWith(start) || AnyStartsWith(TermKey.Form(start)) || AnyStartsWith(TermKey.TopicForm(start));

    /// <summary>Rules hold many prefixes: by their first characters each is compared with a few keys, rather than with all.</summary>
    /// <param name="start">Two characters or more.</param>
    internal bool AnyStartsWith(string start)
    {
        _byStart ??= Keys.Where(key => key.Length > 1).ToLookup(key => (key[0], key[1]));
        return _byStart[(start[0], start[1])].Any(key => key.StartsWith(start, StringComparison.Ordinal));
    }

    internal bool HasInTitle(string term) => _occurrences.Exists(place => place.Slot is Slot.Title or Slot.WholeInTitle && place.Text == term);

    internal bool HasPhrase(IReadOnlyList<TermQuery> words) =>
        words.All(word => Has(word.Text)) && (Contains(_title, words) || Contains(_lead, words) || Contains(_body, words));

    internal bool HasPhraseInTitle(IReadOnlyList<TermQuery> words) => Contains(_title, words);

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

    /// <summary>
    /// The running words of a field, stop words too. Others are found without standing in the text: parts of words, references, and hyphenated words
    /// written together.
    /// </summary>
    private List<string> Read(string text, Slot field)
    {
        var tokens = DutchAnalyzer.Analyze(text, AnalysisFilters.All);
        var running = new List<string>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.IsBeside)
            {
                _occurrences.Add(new(TermKey.Part(token.Text), field == Slot.Title ? Slot.PartInTitle : Slot.Part, 0));
                continue;
            }
            if (token.IsWhole)
                _occurrences.Add(new(token.Text, field + (int)Slot.WholeInBody, 0));
            else
            {
                _occurrences.Add(new(token.Text, field, running.Count));
                running.Add(token.Text);
            }
            AddForms(token, field);
        }
        return running;
    }

    private void AddForms(Token token, Slot field)
    {
        if (token.Form != token.Text)
            _occurrences.Add(new(token.Form, Slot.Mark, 0, field == Slot.Topic ? TermKey.TopicFormMark : TermKey.FormMark));
        if (token.Written.Length > 0 && (token.Written != token.Form || token.Form == token.Text))
            _occurrences.Add(new(token.Written, Slot.Mark, 0, TermKey.WrittenMark));
        if (field == Slot.Title)
            _occurrences.Add(new(token.Form, Slot.Mark, 0, TermKey.TitleFormMark));
    }

    private void ReadTopic(string name)
    {
        foreach (var token in DutchAnalyzer.Analyze(name))
        {
            _occurrences.Add(new(token.Text, Slot.Topic, 0));
            AddForms(token, Slot.Topic);
        }
    }
}

/// <summary>A term at a place: the number of the running word, 0 for what does not run.</summary>
/// <param name="Text">The term without its mark: strings are not put together for each place.</param>
/// <param name="Slot">In what way it stands there.</param>
/// <param name="Position">The number of the word.</param>
/// <param name="Mark">See <see cref="TermKey"/>; NUL for none.</param>
internal readonly record struct TermPlace(string Text, Slot Slot, int Position, char Mark = '\0')
{
    /// <summary>See <see cref="TermKey"/>.</summary>
    public string Key => Mark == '\0' ? Text : Mark + Text;
}
