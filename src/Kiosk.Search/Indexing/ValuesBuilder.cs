using System.Globalization;
using Kiosk.Search.References;

namespace Kiosk.Search.Indexing;

/// <summary>Fills the columns of a new segment, from articles or from other segments.</summary>
internal sealed class ValuesBuilder(int count)
{
    private readonly Values _values = new(count);
    private readonly FacetColumnBuilder[] _facets = [.. Enum.GetValues<Facet>().Select(_ => new FacetColumnBuilder())];
    private int _next;

    public void Add(IndexedArticle article, int titleWords, int leadWords, int bodyWords)
    {
        var at = _next++;
        _values.Ids[at] = article.Id;
        _values.Seconds[at] = article.Published.ToUnixTimeSeconds();
        _values.Stories[at] = article.StoryId ?? Values.NoStory;
        _values.ValidFrom[at] = article.ValidFrom?.DayNumber ?? int.MinValue;
        _values.ValidUntil[at] = article.ValidUntil?.DayNumber ?? int.MaxValue;
        _values.Marks[at] = (byte)((article.IsPick ? Values.IsPick : 0) | (article.SupersededBy is null ? 0 : Values.IsSuperseded));
        _values.Lengths[(int)Field.Body][at] = FieldLength.Encode(bodyWords);
        _values.Lengths[(int)Field.Title][at] = FieldLength.Encode(titleWords);
        _values.Lengths[(int)Field.Lead][at] = FieldLength.Encode(leadWords);
        foreach (var facet in Enum.GetValues<Facet>())
            _facets[(int)facet].Add(ValuesOf(article, facet));
    }

    public void Copy(Values from, int article)
    {
        var at = _next++;
        _values.Ids[at] = from.Ids[article];
        _values.Seconds[at] = from.Seconds[article];
        _values.Stories[at] = from.Stories[article];
        _values.ValidFrom[at] = from.ValidFrom[article];
        _values.ValidUntil[at] = from.ValidUntil[article];
        _values.Marks[at] = from.Marks[article];
        for (var field = 0; field < Values.LengthFields; field++)
            _values.Lengths[field][at] = from.Lengths[field][article];
        for (var facet = 0; facet < _facets.Length; facet++)
        {
            var column = from.Facets[facet];
            _facets[facet].Add(column.Of(article).ToArray().Select(ordinal => column.Values[ordinal]));
        }
    }

    public Values ToValues()
    {
        for (var facet = 0; facet < _facets.Length; facet++)
            _values.Facets[facet] = _facets[facet].ToColumn();
        return _values;
    }

    /// <summary>The values that an article has of a property; also what a question's fields are compared with.</summary>
    public static IEnumerable<FacetValue> ValuesOf(IndexedArticle article, Facet facet) => facet switch
    {
        Facet.Kind => [Same(article.Kind)],
        Facet.Topic => article.Topics.Select((slug, number) => new FacetValue(slug, article.TopicNames.ElementAtOrDefault(number) ?? slug)),
        Facet.Source => [new FacetValue(article.Source, article.SourceName.Length > 0 ? article.SourceName : article.Source)],
        Facet.Year => [Same(DutchTime.YearOf(article.Published).ToString(CultureInfo.InvariantCulture))],
        Facet.Phase => article.Phases.Select(Same),
        Facet.Role => article.Roles.Select(Same),
        Facet.Evidence => [Same(article.Evidence)],
        Facet.Municipality => article.Municipalities.Select(slug => new FacetValue(slug, Municipality.Find(slug)?.Name ?? slug)),
        Facet.Law => article.Laws.Select(law => new FacetValue(law, Laws.Name(law) ?? law)),
        _ => [Same(article.Rights)],
    };

    private static FacetValue Same(string value) => new(value, value);
}
