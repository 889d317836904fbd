namespace Kiosk.Web.Accounts;

/// <summary>A form that script turns into a passkey ceremony.</summary>
/// <param name="Makes">True to make one, false to show one.</param>
/// <param name="Action">Where the answer of the browser goes, in the field <c>passkey</c>.</param>
/// <param name="Options">Where the browser's task comes from.</param>
/// <param name="Words">On the button.</param>
public sealed record PasskeyForm(bool Makes, string Action, string Options, string Words);
