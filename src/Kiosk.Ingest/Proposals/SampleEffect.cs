using Kiosk.Data;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Sources;
using Kiosk.Search;
using Kiosk.Search.Queries;

namespace Kiosk.Ingest.Proposals;

/// <summary>What a filter does to the items that were read on trial, without reading them again.</summary>
/// <param name="Items">In the order of the source.</param>
/// <param name="Notes">In Dutch, what of the filter was left out or mended.</param>
public sealed record SampleEffect(IReadOnlyList<SampledItem> Items, IReadOnlyList<string> Notes)
{
    public int Kept => Items.Count(item => item.IsKept);

    public int Known => Items.Count(item => item.Item.IsKnown);

    /// <param name="sample">What was read.</param>
    /// <param name="settings">With the filter as it would be.</param>
    public static SampleEffect Of(TrialReport sample, FeedsSource settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Filter))
            return new SampleEffect([.. sample.Items.Select(item => new SampledItem(item, Keeps(item), null))], []);
        var filter = Query.Parse(settings.Filter, out var notes);
        return new SampleEffect([.. sample.Items.Select(item => Judged(item, filter, settings))], notes);
    }

    private static SampledItem Judged(TrialItem item, Query filter, FeedsSource settings)
    {
        var reason = FilterReason.Of(filter, ArticleTerms.Of(new IndexedArticle
        {
            Id = 0,
            Title = item.Title,
            Lead = item.Lead,
            Body = item.Text,
            Url = item.Url ?? settings.Url,
            Published = item.Published ?? default,
            Kind = Names.Of(settings.Kind),
            Source = settings.Id,
            SourceName = settings.Name,
            Authors = item.Authors,
        }));
        return new SampledItem(item, Keeps(item) && reason.Matches, reason);
    }

    /// <summary>An item of which nothing could be read falls out, whatever the filter says.</summary>
    private static bool Keeps(TrialItem item) => item.Problem is null || item.Text.Length > 0 || item.Title != item.Url;
}

/// <summary>An item under a filter.</summary>
/// <param name="Reason">What of the filter decided; null without a filter.</param>
public sealed record SampledItem(TrialItem Item, bool IsKept, FilterReason? Reason);
