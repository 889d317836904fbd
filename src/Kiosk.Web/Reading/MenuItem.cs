namespace Kiosk.Web.Reading;

/// <summary>A place in a menu.</summary>
/// <param name="Key">What a page says in <c>ViewData["Section"]</c> to be marked as the current one.</param>
/// <param name="Icon">Of <see cref="Icons"/>.</param>
public sealed record MenuItem(string Key, string Link, string Icon, string Label);
