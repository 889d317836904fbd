namespace Kiosk.Web.Accounts;

/// <summary>What a browser says it is, in words that its owner recognizes. It proves nothing, and nothing depends on it.</summary>
public static class Device
{
    /// <summary>Order matters: Edge and Opera also call themselves Chrome, and Chrome also calls itself Safari.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "een iPhone"), ("iPad", "een iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "een Mac"), ("CrOS", "een Chromebook"), ("Linux", "Linux")];

    /// <summary><c>Firefox op Windows</c>; <c>Onbekend apparaat</c> if it says nothing that we know.</summary>
    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        var browser = Browsers.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
        var system = Systems.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
        return (browser, system) switch
        {
            (null, null) => "Onbekend apparaat",
            (_, null) => browser,
            (null, _) => $"Een programma op {system}",
            _ => $"{browser} op {system}",
        };
    }
}
