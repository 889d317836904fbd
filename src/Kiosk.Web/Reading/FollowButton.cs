namespace Kiosk.Web.Reading;

/// <summary>A button to follow a topic or source, or to stop.</summary>
/// <param name="Field">The name of the form field: <c>onderwerp</c> or <c>bron</c>.</param>
/// <param name="Id">Its value.</param>
/// <param name="Name">What is followed, for who hears the button and does not see where it stands.</param>
/// <param name="IsFollowed">Null for who has no account: she is shown to the door.</param>
/// <param name="Back">The page it stands on.</param>
public sealed record FollowButton(string Field, int Id, string Name, bool? IsFollowed, string Back);
