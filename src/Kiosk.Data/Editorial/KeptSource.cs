namespace Kiosk.Data.Editorial;

/// <summary>The settings of a source as an act keeps them.</summary>
/// <param name="Topics">Their slugs, in order, apart by spaces.</param>
/// <param name="RetireReason">Null unless editors retired it.</param>
public sealed record KeptSource(
    string Name, string Url, SourceFormat Format, ArticleKind Kind, Rights Rights, int EveryMinutes, string? Filter, string? Language, bool Enabled, bool ReadsPages, string? Note, string? Select,
    string Topics, string? RetireReason)
{
    /// <param name="source">With its topics, and theirs.</param>
    public static KeptSource Of(Source source) => new(
        source.Name, source.Url, source.Format, source.Kind, source.Rights, source.EveryMinutes, source.Filter, source.Language, source.Enabled, source.ReadsPages, source.Note, source.Select,
        string.Join(' ', source.Topics.Select(link => link.Topic?.Slug).OfType<string>().Order(StringComparer.Ordinal)), source.RetireReason);

    /// <summary>Gives a source these settings; it is read as if for the first time.</summary>
    /// <param name="topics">Those that <see cref="Topics"/> names, as far as they still are there.</param>
    public void Fill(Source source, IReadOnlyCollection<Topic> topics, DateTimeOffset now)
    {
        (source.Name, source.Url, source.Format, source.Kind, source.Rights) = (Name, Url, Format, Kind, Rights);
        (source.EveryMinutes, source.Filter, source.Language, source.Enabled, source.ReadsPages) = (EveryMinutes, Filter, Language, Enabled, ReadsPages);
        (source.Note, source.Select, source.RetireReason, source.RetiredAt) = (Note, Select, RetireReason, RetireReason is null ? null : now);
        source.Topics.Clear();
        source.Topics.AddRange(topics.Select(topic => new SourceTopic { SourceId = source.Id, TopicId = topic.Id }));
        (source.ETag, source.LastModified, source.LastBodyAt, source.BodyHash, source.ReadingState, source.NextCheckAt) = (null, null, null, null, null, now);
    }
}
