using Kiosk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kiosk.Ingest.Stories;

/// <summary>
/// What an article says, read before it is stored: reading takes longer than storing, and whoever holds the archive's one pen keeps others waiting.
/// </summary>
public sealed class StoryReading
{
    private StoryReading(Article article)
    {
        (Article, IsNew) = (article, article.Id == 0);
        Text = StoryText.Of(article.Title, article.Lead, article.BodyText);
        // Agendas repeat the same words for every date.
        var mayHaveStory = article.State is ArticleState.Visible or ArticleState.Waiting && article.Kind != ArticleKind.Agenda;
        Sketch = mayHaveStory ? Stories.Sketch.Of(Text) : [];
    }

    /// <summary>It need not have an id yet; what it says must not change any more.</summary>
    public Article Article { get; }

    /// <summary>Nothing of it is in the archive yet.</summary>
    internal bool IsNew { get; }

    internal StoryText Text { get; }

    /// <summary>Empty for what has no story: a stub, an event, what is out of sight.</summary>
    internal long[] Sketch { get; }

    public static StoryReading Of(Article article) => new(article);

    /// <summary>Of those articles at which stories must look: they are new, or say something else.</summary>
    /// <param name="db">Before it saves; its changes were detected.</param>
    /// <param name="added">What is new, and not tracked.</param>
    public static IReadOnlyList<StoryReading> OfChanged(KioskDb db, IEnumerable<Article> added) =>
        [.. db.ChangeTracker.Entries<Article>().Where(SpeaksAnew).Select(entry => entry.Entity).Concat(added).Select(Of)];

    private static bool SpeaksAnew(EntityEntry<Article> entry) =>
        entry.State == EntityState.Modified
        && (entry.Property(article => article.BodyText).IsModified || entry.Property(article => article.Title).IsModified || entry.Property(article => article.Lead).IsModified);
}
