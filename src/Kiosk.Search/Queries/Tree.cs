namespace Kiosk.Search.Queries;

/// <summary>Puts questions together in one shape: flat, without doubles, without needless nodes.</summary>
internal static class Tree
{
    public static Query And(IReadOnlyList<Query> parts) =>
        Flat(parts.SelectMany(part => part is AndQuery and ? and.Parts : [part]).Where(part => part is not AllQuery)) switch
        {
            [] => new AllQuery(),
            [var only] => only,
            var several => new AndQuery(several),
        };

    public static Query Or(IReadOnlyList<Query> parts) =>
        Flat(parts.SelectMany(part => part is OrQuery or ? or.Parts : [part])) switch
        {
            [] => new AllQuery(),
            [var only] => only,
            var several => new OrQuery(several),
        };

    public static Query Not(Query part) => part is NotQuery not ? not.Part : new NotQuery(part);

    private static List<Query> Flat(IEnumerable<Query> parts) => [.. parts.DistinctBy(part => part.ToString())];
}
