using System.Globalization;
using Kiosk.Data.Editorial;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Pages.Redactie.Stuk;

/// <summary>Corrected fields in words for editors.</summary>
internal static class FieldWords
{
    private const int LongestShown = 1500;

    public static string Label(CorrectedField field) => field switch
    {
        CorrectedField.Title => "Kop",
        CorrectedField.Lead => "Inleiding",
        CorrectedField.Published => "Datum",
        CorrectedField.Authors => "Auteurs",
        _ => "Tekst",
    };

    /// <summary>A value as it is kept, made readable.</summary>
    public static string Shown(CorrectedField field, string value)
    {
        var text = field switch
        {
            CorrectedField.Published => DutchTime.Exact(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
            CorrectedField.Body => EditorialLog.Read<KeptBody>(value)!.Text,
            _ => value,
        };
        return text.Length > LongestShown ? $"{text[..LongestShown]}…" : text.Length > 0 ? text : "(leeg)";
    }
}
