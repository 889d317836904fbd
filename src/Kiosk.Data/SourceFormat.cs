namespace Kiosk.Data;

/// <summary>How a source is read. Written in kebab case in feeds.json: <c>oai-pmh</c>.</summary>
public enum SourceFormat
{
    Feed,
    Sitemap,
    Page,
    OaiPmh,
    Dspace,
    Rechtspraak,
    Tweedekamer,
    Calendar,
}
