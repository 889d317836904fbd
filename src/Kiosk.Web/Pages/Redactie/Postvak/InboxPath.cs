namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>Addresses of the inbox.</summary>
public static class InboxPath
{
    public const string Root = "/redactie";

    /// <summary>With those parameters that have a value.</summary>
    public static string Of(params IEnumerable<(string Name, string? Value)> parameters) =>
        Root + QueryString.Create(parameters.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value)));

    /// <summary>Adds a parameter to an address of the inbox.</summary>
    public static string With(string path, string name, string value) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
}
