using Kiosk.Web.Digests;
using Kiosk.Web.Reading;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether what waits has its turn: pages, letters, alerts and messages to programs. Sources have a check of their own.</summary>
internal sealed class QueueCheck(ArchiveReading reading, IOptions<DigestOptions> digest) : ICheck
{
    private const string Name = "Wachtrijen";

    /// <summary>What is due waits longer than this only if something is in its way.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, (string One, string Many, string Remedy)> Queues = new(StringComparer.Ordinal)
    {
        ["pages"] = ("bladzijde", "bladzijden", "Kijk of Kiosk:Harvest op een van de knooppunten aan staat; van een trage site duurt het langer."),
        ["letters"] = ("weekbrief", "weekbrieven", "Kijk bij Mail wat de mailserver zegt, en of Kiosk:Digest:Send op een van de knooppunten aan staat."),
        ["alerts"] = ("brief van een attendering", "brieven van attenderingen", "Kijk bij Mail wat de mailserver zegt."),
        ["webhooks"] = ("bericht aan een programma", "berichten aan programma’s", "Kijk bij Redactie, Webhooks wat de ontvanger zegt."),
    };

    public async Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation)
    {
        var read = await reading.ReadAsync(cancellation);
        var late = read.Queues.Where(queue => queue.Overdue > Late && (queue.Name != "letters" || digest.Value.Send)).ToList();
        return late.Count == 0
            ? [Finding.Good(Name, $"Alles komt op tijd aan de beurt. {Waiting([.. read.Queues.Where(queue => queue.Length > 0)])}")]
            : [.. late.Select(queue => Finding.Bad(Name, $"Er wacht te lang: {Words(queue)}, de oudste al {DutchText.Number((int)queue.Overdue.TotalHours)} uur.", Queues[queue.Name].Remedy))];
    }

    private static string Waiting(IReadOnlyList<QueueState> queues) => queues.Count == 0 ? "Er wacht niets." : $"Er wacht nog: {string.Join(", ", queues.Select(Words))}.";

    private static string Words(QueueState queue) => DutchText.Count(queue.Length, Queues[queue.Name].One, Queues[queue.Name].Many);
}
