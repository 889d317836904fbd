using System.Runtime.InteropServices;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>Collects hits so that each story is there once, by its best article.</summary>
internal sealed class StoryHits(int size)
{
    private readonly Dictionary<long, int> _stories = [];
    private int _others;

    /// <summary>Articles that stand alone, and stories.</summary>
    public int Count => _others + _stories.Count;

    public TopHits Top { get; } = new(size);

    /// <param name="story">Of an article; <see cref="Values.NoStory"/> if it stands alone.</param>
    public void Add(long story)
    {
        if (story == Values.NoStory)
            _others++;
        else
            CollectionsMarshal.GetValueRefOrAddDefault(_stories, story, out _)++;
    }

    public bool Has(long story) => _stories.ContainsKey(story);

    /// <summary>How many more articles of a story were found.</summary>
    public int Siblings(long story) => _stories.GetValueOrDefault(story, 1) - 1;
}
