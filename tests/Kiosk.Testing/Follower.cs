using Kiosk.Data;
using Kiosk.Data.Changes;
using Xunit;

namespace Kiosk.Testing;

/// <summary>Reads the change feed as a follower does, which looks again when there is nothing yet: see <see cref="Eventually"/>.</summary>
public static class Follower
{
    /// <summary>Reads on from a position as soon as at least so many articles can be seen.</summary>
    public static Task<ChangeBatch> ReadAsync(KioskDb db, ChangePosition after, int atLeast) =>
        Eventually.GetAsync(() => ChangeFeed.ReadAsync(db, after, 100, TestContext.Current.CancellationToken), batch => batch.ArticleIds.Count >= atLeast);
}
