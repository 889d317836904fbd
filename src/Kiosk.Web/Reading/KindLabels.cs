using Kiosk.Data;

namespace Kiosk.Web.Reading;

/// <summary>Article kinds as words on the screen.</summary>
public static class KindLabels
{
    /// <summary><c>Uitspraak</c></summary>
    public static string Label(this ArticleKind kind) => kind.ToString();

    /// <summary>The name of its icon.</summary>
    public static string Icon(this ArticleKind kind) => $"kind-{Names.Of(kind)}";
}
