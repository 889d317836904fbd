using Kiosk.Search.Indexing;

namespace Kiosk.Search.Queries;

/// <summary>
/// What topics and sources were called before they were renamed, merged or joined. A question that names one by what it was called then also finds it as it is
/// called now, so that what somebody saved goes on working as she wrote it. Immutable.
/// </summary>
public sealed class FormerNames
{
    public static readonly FormerNames None = new([]);

    private readonly List<FormerName> _names;

    public FormerNames(IEnumerable<FormerName> names) => _names = [.. names.Distinct()];

    /// <summary>The question with what is meant by former names beside these.</summary>
    public Query Resolve(Query query) => _names.Count == 0 ? query : query switch
    {
        PropertyQuery property when Now(property) is { Count: > 0 } now => Tree.Or([property, .. now]),
        AndQuery and => Tree.And([.. and.Parts.Select(Resolve)]),
        OrQuery or => Tree.Or([.. or.Parts.Select(Resolve)]),
        NotQuery not => Tree.Not(Resolve(not.Part)),
        WeightedQuery weighted => weighted with { Part = Resolve(weighted.Part) },
        _ => query,
    };

    private List<Query> Now(PropertyQuery property) =>
        [.. _names.Where(name => name.Facet == property.Facet && property.Holds(new FacetValue(name.Was, name.WasCalled))).Select(name => name.Now).Distinct().Select(now => (Query)new PropertyQuery(property.Facet, QueryField.Folded(now)))];
}

/// <summary>One name that is no more.</summary>
/// <param name="Facet">Topic or source.</param>
/// <param name="Was">The value that it had: a slug.</param>
/// <param name="WasCalled">The name that it had; empty if that is not known.</param>
/// <param name="Now">The value that it has now.</param>
public readonly record struct FormerName(Facet Facet, string Was, string WasCalled, string Now);
