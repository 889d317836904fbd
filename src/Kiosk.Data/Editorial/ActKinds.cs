using System.Collections.Frozen;
using Kiosk.Data.Properties;
using Kiosk.Data.Topics;

namespace Kiosk.Data.Editorial;

/// <summary>Every kind of act that is known. What is worked on has a class of its own with its kinds; add it here.</summary>
public static class ActKinds
{
    public static readonly IReadOnlyList<ActKind> All =
    [
        .. ArticleStanding.All,
        .. ArticleCorrecting.All,
        .. ArticleTagging.All,
        .. ArticleStory.All,
        .. ArticleMerging.All,
        .. OwnPiece.All,
        .. PickActs.All,
        .. SourceActs.All,
        .. SuggestionActs.All,
        .. TopicActs.All,
        .. TagActs.All,
        .. PropertyActs.All,
        .. DossierActs.All,
        .. TaskActs.All,
        .. SourcePolicy.All,
        .. TermActs.All,
        .. WebhookActs.All,
    ];

    private static readonly FrozenDictionary<string, ActKind> ByName = All.ToFrozenDictionary(kind => kind.Name);

    /// <summary>Null for a name that this version does not know.</summary>
    public static ActKind? Find(string name) => ByName.GetValueOrDefault(name);
}
