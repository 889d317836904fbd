using Kiosk.Data;

namespace Kiosk.Web.Reading;

/// <summary>Article kinds, and what a text rests on, as words on the screen.</summary>
public static class KindLabels
{
    /// <summary><c>Uitspraak</c></summary>
    public static string Label(this ArticleKind kind) => kind.ToString();

    /// <summary><c>Geldend recht</c></summary>
    public static string Label(this Evidence evidence) => DutchText.Capitalized(Names.Of(evidence).Replace('-', ' '));

    /// <summary>The name of its icon.</summary>
    public static string Icon(this ArticleKind kind) => $"kind-{Names.Of(kind)}";
}
