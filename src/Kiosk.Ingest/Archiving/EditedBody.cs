using Kiosk.Data.Editorial;
using Kiosk.Ingest.Cleaning;

namespace Kiosk.Ingest.Archiving;

/// <summary>A body that an editor wrote or corrected: as clean as what is harvested.</summary>
public static class EditedBody
{
    /// <param name="html">Whatever she typed; what is not on the allowlist falls away.</param>
    /// <param name="page">What relative addresses are relative to.</param>
    public static KeptBody Of(string html, Uri page)
    {
        var clean = HtmlCleaner.Clean(html, page);
        return new KeptBody(clean.Html, clean.Text, [], WordCount.Of(clean.Text));
    }
}
