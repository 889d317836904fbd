namespace Kiosk.Data.Properties;

/// <summary>The properties of an article that a person may set, as an act keeps them. Lists stand side by side, apart by spaces.</summary>
/// <param name="ByHand">Which of them a person set.</param>
public sealed record KeptProperties(
    ArticleKind Kind, Evidence? Evidence, MovisieLevel? Movisie, string Phases, string Roles, DateOnly? ValidFrom, DateOnly? ValidUntil,
    string Laws, string Municipalities, long? ReplacedBy, string ByHand)
{
    public static KeptProperties Of(Article article) => new(
        article.Kind, article.Evidence, article.MovisieLevel, Joined(article.Phases), Joined(article.Roles), article.ValidFrom, article.ValidUntil,
        string.Join(' ', article.Laws), string.Join(' ', article.Municipalities), article.ReplacedBy, Joined(article.SetByHand));

    /// <summary>The properties that differ from others, apart from what replaces it: that is nothing that the harvester knows of.</summary>
    public IEnumerable<ArticleProperty> Differing(KeptProperties other)
    {
        (ArticleProperty Property, bool Differs)[] all =
        [
            (ArticleProperty.Soort, Kind != other.Kind), (ArticleProperty.Bewijs, Evidence != other.Evidence), (ArticleProperty.Movisie, Movisie != other.Movisie),
            (ArticleProperty.Fasen, Phases != other.Phases), (ArticleProperty.Rollen, Roles != other.Roles),
            (ArticleProperty.Geldigheid, (ValidFrom, ValidUntil) != (other.ValidFrom, other.ValidUntil)),
            (ArticleProperty.Wetten, Laws != other.Laws), (ArticleProperty.Gemeenten, Municipalities != other.Municipalities),
        ];
        return all.Where(one => one.Differs).Select(one => one.Property);
    }

    /// <summary>With these marked as set by hand.</summary>
    public KeptProperties Marking(IEnumerable<ArticleProperty> properties) =>
        this with { ByHand = Joined(Split<ArticleProperty>(ByHand).Concat(properties).Distinct().Order()) };

    public void Fill(Article article)
    {
        (article.Kind, article.Evidence, article.MovisieLevel) = (Kind, Evidence, Movisie);
        (article.Phases, article.Roles) = ([.. Split<Phase>(Phases)], [.. Split<WorkRole>(Roles)]);
        (article.ValidFrom, article.ValidUntil) = (ValidFrom, ValidUntil);
        (article.Laws, article.Municipalities) = ([.. Words(Laws)], [.. Words(Municipalities)]);
        (article.ReplacedBy, article.SetByHand) = (ReplacedBy, [.. Split<ArticleProperty>(ByHand)]);
    }

    /// <summary>As <see cref="Phases"/> and <see cref="Roles"/> are written.</summary>
    public static string Joined<T>(IEnumerable<T> values) where T : struct, Enum => string.Join(' ', values.Select(Names.Of));

    private static IEnumerable<T> Split<T>(string names) where T : struct, Enum =>
        Words(names).Where(name => Names.TryParse<T>(name, out _)).Select(name => Names.TryParse<T>(name, out var value) ? value : default);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
