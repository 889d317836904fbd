using Kiosk.Data;

namespace Kiosk.Web.Reading;

/// <summary>Article kinds, and what a text rests on, as words on the screen.</summary>
public static class KindLabels
{
    /// <summary><c>Uitspraak</c></summary>
    public static string Label(this ArticleKind kind) => kind.ToString();

    /// <summary><c>Geldend recht</c></summary>
    public static string Label(this Evidence evidence) => DutchText.Capitalized(Names.Of(evidence).Replace('-', ' '));

    /// <summary>As Movisie calls it: <c>goede aanwijzingen voor effectiviteit</c></summary>
    public static string Label(this MovisieLevel level) => level switch
    {
        MovisieLevel.GoedBeschreven => "goed beschreven",
        MovisieLevel.GoedOnderbouwd => "goed onderbouwd",
        MovisieLevel.EersteAanwijzingen => "eerste aanwijzingen voor effectiviteit",
        MovisieLevel.GoedeAanwijzingen => "goede aanwijzingen voor effectiviteit",
        _ => "sterke aanwijzingen voor effectiviteit",
    };

    /// <summary>The name of its icon.</summary>
    public static string Icon(this ArticleKind kind) => $"kind-{Names.Of(kind)}";
}
