using Microsoft.Extensions.Options;

namespace Kiosk.Ingest.Fetching;

/// <summary>Says at start which entry is wrong and what to write instead.</summary>
internal sealed class FetchOptionsValidator : IValidateOptions<FetchOptions>
{
    public ValidateOptionsResult Validate(string? name, FetchOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(FetchOptions options)
    {
        if (!UserAgent.IsContact(options.Contact))
            yield return Problem(nameof(options.Contact), options.Contact, "geef een webadres (https://…) of een mailadres, zonder spaties of haakjes");
        foreach (var pair in AllowedHosts.Malformed(options.AllowedPrivateHosts))
            yield return Problem(nameof(options.AllowedPrivateHosts), pair, "schrijf host:poort, met komma's ertussen, bijvoorbeeld intranet.example.nl:443");
        if (options.MaxBytes is < 1024 or > 1024 * 1024 * 1024)
            yield return Problem(nameof(options.MaxBytes), options.MaxBytes, "kies een aantal bytes tussen 1024 en 1073741824");
        if (options.TimeoutSeconds is not (> 0 and <= 3600))
            yield return Problem(nameof(options.TimeoutSeconds), options.TimeoutSeconds, "kies een aantal seconden boven 0 en tot 3600");
        if (options.IdleSeconds is not (> 0 and <= 3600))
            yield return Problem(nameof(options.IdleSeconds), options.IdleSeconds, "kies een aantal seconden boven 0 en tot 3600");
        if (options.MaxRedirects is < 0 or > 50)
            yield return Problem(nameof(options.MaxRedirects), options.MaxRedirects, "kies een aantal van 0 tot en met 50");
        if (options.HostGapSeconds is not (>= 0 and <= 3600))
            yield return Problem(nameof(options.HostGapSeconds), options.HostGapSeconds, "kies een aantal seconden van 0 tot en met 3600");
    }

    private static string Problem<T>(string entry, T value, string remedy) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"De instelling {FetchOptions.Section}:{entry} kan niet '{value}' zijn: {remedy}.");
}
