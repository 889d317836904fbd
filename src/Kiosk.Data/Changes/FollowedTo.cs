using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Changes;

/// <summary>
/// How far those follow the change feed who do so once for all nodes together: each keeps its place in the archive, and moves it in the transaction that saves what
/// it found. To join: add a property here.
/// </summary>
public static class FollowedTo
{
    /// <summary>The properties in which the places stand. They mean nothing in another archive, whose feed is another.</summary>
    public static readonly IReadOnlyList<string> All = [ArchiveProperty.WebhooksFollowedTo, ArchiveProperty.AlertsFollowedTo, ArchiveProperty.HubFollowedTo];

    /// <summary>The place as it was written; null before the first.</summary>
    /// <param name="follower">One of <see cref="All"/>.</param>
    public static Task<string?> ReadAsync(KioskDb db, string follower, CancellationToken cancellation = default) =>
        db.ArchiveProperties.AsNoTracking().Where(property => property.Name == follower).Select(property => property.Value).SingleOrDefaultAsync(cancellation);

    /// <summary>Moves the place, within the caller's transaction; a first one is saved with what <paramref name="db"/> saves next.</summary>
    /// <param name="kept">What <see cref="ReadAsync"/> gave.</param>
    /// <returns>False if another node moved it meanwhile.</returns>
    public static async Task<bool> MoveAsync(KioskDb db, string follower, string? kept, ChangePosition position, CancellationToken cancellation = default)
    {
        var value = position.ToString();
        if (kept is not null)
            return await db.ArchiveProperties.Where(property => property.Name == follower && property.Value == kept).ExecuteUpdateAsync(set => set.SetProperty(property => property.Value, value), cancellation) == 1;
        db.ArchiveProperties.Add(new ArchiveProperty { Name = follower, Value = value });
        return true;
    }
}
