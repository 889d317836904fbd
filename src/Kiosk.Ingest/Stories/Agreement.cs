namespace Kiosk.Ingest.Stories;

/// <summary>Facts of one kind that stand between the same words in both texts: a press release keeps them, a template fills in others.</summary>
/// <param name="Seen">Places where both have a fact.</param>
/// <param name="Equal">Places where it is the same.</param>
internal readonly record struct Agreement(int Seen, int Equal)
{
    /// <summary>0 to 1; 1 where there is nothing to disagree about.</summary>
    public double Part => Seen == 0 ? 1 : (double)Equal / Seen;

    public static Agreement operator +(Agreement left, Agreement right) => new(left.Seen + right.Seen, left.Equal + right.Equal);

    public static Agreement Of(StoryText one, StoryText other, WordKind kind)
    {
        var (values, otherValues) = (Values(one, kind), Values(other, kind));
        var both = values.Where(place => otherValues.Contains(place.Key)).ToList();
        return new Agreement(both.Count, both.Count(place => place.Intersect(otherValues[place.Key]).Any()));
    }

    private static ILookup<ulong, string> Values(StoryText text, WordKind kind) =>
        text.Shingles.Where(shingle => shingle.Fact.Text is not null && shingle.Fact.Kind == kind).ToLookup(static shingle => shingle.Masked, static shingle => shingle.Fact.Text);
}
