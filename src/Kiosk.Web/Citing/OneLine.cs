namespace Kiosk.Web.Citing;

internal static class OneLine
{
    /// <summary>Without line breaks and other control characters, blanks folded.</summary>
    public static string Of(string text) =>
        string.Join(' ', new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
