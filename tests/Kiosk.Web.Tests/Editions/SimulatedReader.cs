using Kiosk.Data.Editions;
using Kiosk.Web.Editions;

namespace Kiosk.Web.Tests.Editions;

/// <summary>
/// A reader whose real interests are known, which the kiosk is not told in full: she follows her first topic and her source, gave her first topic some weight, and the rest
/// of her interests it can only gather from what she read last week.
/// </summary>
/// <param name="Topics">Her real interests, the greatest first.</param>
/// <param name="Source">A source that she values.</param>
/// <param name="Dislikes">A topic that she has no use for.</param>
internal sealed record SimulatedReader(string Name, IReadOnlyList<int> Topics, int Source, int Dislikes)
{
    /// <summary>Of what use a piece really is to her: 0 to 4. What is stale is worth less to her than what is new, whoever picks it.</summary>
    public int Gain(PieceFacts piece, DateTimeOffset now)
    {
        var topic = Topics.Select((id, place) => piece.Topics.Contains(id) ? (place == 0 ? 3 : 2) : 0).Max();
        var gain = topic + (piece.SourceId == Source ? 1 : 0) - (piece.Topics.Contains(Dislikes) ? 1 : 0) - ((now - piece.PublishedAt).TotalDays > 14 ? 1 : 0);
        return Math.Max(0, gain);
    }

    /// <summary>What the kiosk knows of her, after a week in which she read what was of use to her.</summary>
    /// <param name="read">Pieces of before the first edition.</param>
    public Taste Known(IEnumerable<PieceFacts> read, DateTimeOffset now)
    {
        var builder = new TasteBuilder();
        builder.FollowTopic(Topics[0], "eerste", Follow.Usual + 1);
        builder.FollowSource(Source, "bron", 1);
        foreach (var piece in read.Where(piece => Gain(piece, now) >= 2))
            builder.Remember(HistoryAct.Gelezen, piece.Topics.Select(topic => (topic, "gelezen")), (piece.SourceId, "bron"));
        builder.Judge(Verdict.NietNuttig, Objection.NietMijnWerk, [(Dislikes, "anders")], (0, "geen"));
        return builder.Build();
    }
}
