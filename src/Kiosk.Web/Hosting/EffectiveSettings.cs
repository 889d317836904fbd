using System.Collections;
using System.Globalization;
using System.Reflection;
using Kiosk.Ingest.Fetching;
using Kiosk.Web.Mail;
using Kiosk.Web.Operations;
using Kiosk.Web.WebSub;

namespace Kiosk.Web.Hosting;

/// <summary>Lists every setting that the kiosk knows, with what holds now.</summary>
public static class EffectiveSettings
{
    private static readonly (string Section, Type Options)[] Sections =
    [
        (KioskOptions.Section, typeof(KioskOptions)),
        (MailOptions.Section, typeof(MailOptions)),
        (BackupOptions.Section, typeof(BackupOptions)),
        (WebSubOptions.Section, typeof(WebSubOptions)),
        (FetchOptions.Section, typeof(FetchOptions)),
    ];

    private static readonly string[] Secrets = ["password", "secret", "token", "key"];

    public static IEnumerable<EffectiveSetting> Of(IConfigurationRoot configuration)
    {
        foreach (var (section, type) in Sections)
        {
            var options = configuration.GetSection(section).Get(type) ?? Activator.CreateInstance(type)!;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null))
                yield return Setting(configuration, $"{section}:{property.Name}", property.GetValue(options));
        }

        yield return Setting(configuration, "ConnectionStrings:Kiosk", WithoutPassword(configuration.GetConnectionString("Kiosk")));
    }

    private static EffectiveSetting Setting(IConfigurationRoot configuration, string name, object? value)
    {
        var text = value switch
        {
            null or "" => "",
            string one => one,
            IEnumerable several => string.Join(", ", several.Cast<object>()),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        var secret = Array.Exists(Secrets, word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase));
        return new EffectiveSetting(name, secret && text.Length > 0 ? EffectiveSetting.Hidden : text, Origin(configuration, name));
    }

    private static string Origin(IConfigurationRoot configuration, string name) =>
        configuration.Providers.LastOrDefault(provider => provider.TryGet(name, out _))?.ToString() switch
        {
            null => "standaard",
            var provider when provider.StartsWith("Environment", StringComparison.Ordinal) => "omgeving",
            var provider when provider.StartsWith("Memory", StringComparison.Ordinal) => "opdrachtregel",
            var provider when provider.StartsWith("Json", StringComparison.Ordinal) => "appsettings.json",
            var provider => provider,
        };

    private static string? WithoutPassword(string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection))
            return connection;
        try
        {
            var parts = PostgresAddress.Parse(connection);
            if (!string.IsNullOrEmpty(parts.Password))
                parts.Password = EffectiveSetting.Hidden;
            return parts.ToString();
        }
        catch (OpeningException)
        {
            return EffectiveSetting.Hidden;
        }
    }
}
