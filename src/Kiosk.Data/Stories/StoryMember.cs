namespace Kiosk.Data.Stories;

/// <summary>What decides which article of a story leads.</summary>
internal sealed record StoryMember(long Id, ArticleState State, Rights Rights, int WordCount, DateTimeOffset PublishedAt)
{
    /// <summary>
    /// The one that readers are best served with: visible; of these, from the source that shows most; of these, the first that was published, leaving
    /// out teasers of less than half the longest.
    /// </summary>
    /// <param name="members">At least one.</param>
    public static StoryMember Lead(IReadOnlyCollection<StoryMember> members) => members
        .GroupBy(member => (member.State == ArticleState.Visible, member.Rights)).MaxBy(group => group.Key)!
        .GroupBy(member => member.WordCount * 2 >= LongestOf(members, member)).MaxBy(group => group.Key)!
        .OrderBy(member => member.PublishedAt).ThenBy(member => member.Id).First();

    private static int LongestOf(IReadOnlyCollection<StoryMember> members, StoryMember like) =>
        members.Where(member => member.State == like.State && member.Rights == like.Rights).Max(member => member.WordCount);
}
