using Kiosk.Data;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Identity;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Tests.Stories;

/// <summary>A fresh archive into which sources bring texts.</summary>
internal sealed class StoryBench : IAsyncDisposable
{
    private readonly ManualTime _time = new();
    private readonly Dictionary<string, Source> _sources = [];
    private readonly Archive _archive;

    private StoryBench(TestArchive archive) => (Store, _archive) = (archive, new Archive(archive.Factory, new WriteTurn(), _time));

    public TestArchive Store { get; }

    public static async Task<StoryBench> StartAsync(StorageKind kind = StorageKind.Sqlite) => new(await TestArchive.CreateAsync(kind));

    /// <summary>A source brings one text, at an address of its own unless told otherwise.</summary>
    public Task<Tally> BringAsync(string source, string title, string body, string? link = null, DateTimeOffset? published = null, Action<Source>? make = null) =>
        BringAsync(source, [new Item { Id = link, Title = title, Link = link ?? $"https://{source}.example/{Uri.EscapeDataString(title)}", Published = published ?? Sample.Morning.AddHours(-1), Content = Html(body) }], make);

    public async Task<Tally> BringAsync(string source, IReadOnlyList<Item> items, Action<Source>? make = null)
    {
        if (!_sources.TryGetValue(source, out var known))
        {
            known = Sample.Source(source);
            make?.Invoke(known);
            await using var db = Store.Open();
            db.Sources.Add(known);
            await db.SaveChangesAsync();
            _sources[source] = known;
        }

        await using var rules = Store.Open();
        var batch = new Batch { Source = known, Rules = await TopicRules.LoadAsync(rules, default), TopicIds = [.. known.Topics.Select(topic => topic.TopicId)], FallbackUrl = known.Url };
        _time.Advance(TimeSpan.FromMinutes(1));
        return await _archive.StoreAsync(batch, Candidate.From(items, known.Id), _ => Task.FromResult(true), TestContext.Current.CancellationToken);
    }

    public async Task<List<Article>> ArticlesAsync()
    {
        await using var db = Store.Open();
        return await db.Articles.Include(article => article.Aliases).Include(article => article.Source).OrderBy(article => article.Id).ToListAsync();
    }

    public static string Html(string body) => string.Concat(body.Split('\n').Select(paragraph => $"<p>{System.Net.WebUtility.HtmlEncode(paragraph)}</p>"));

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
