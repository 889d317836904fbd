using System.Text;

namespace Kiosk.Ingest.Tests.Formats;

/// <summary>The files in Fixtures, by folder and name.</summary>
internal static class Fixture
{
    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine([AppContext.BaseDirectory, "Fixtures", .. path.Split('/')]));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
