namespace Kiosk.Data.Editorial;

/// <summary>The place of an article in a story, as an act keeps it.</summary>
/// <param name="Story">Null if it is in none.</param>
/// <param name="Others">Who else is in it.</param>
/// <param name="ByHand">Whether an editor decided so.</param>
public sealed record KeptStory(long? Story, IReadOnlyList<long> Others, bool ByHand);
