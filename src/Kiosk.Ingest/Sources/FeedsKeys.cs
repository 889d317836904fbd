namespace Kiosk.Ingest.Sources;

/// <summary>The keys that feeds.json may hold. The schema beside the file names the same ones; a test compares them.</summary>
internal static class FeedsKeys
{
    public static readonly string[] File = ["$schema", "topics", "sources"];

    public static readonly string[] Topic = ["id", "name", "rule", "description"];

    public static readonly string[] Source =
        ["id", "name", "url", "format", "kind", "rights", "every", "topics", "filter", "language", "enabled", "pages", "note", "select"];

    public static readonly string[] Select = ["links", "within", "body", "remove", "date"];
}
