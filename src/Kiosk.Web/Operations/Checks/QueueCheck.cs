using System.Globalization;
using Kiosk.Web.Digests;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether what waits has its turn: pages, letters, alerts and messages to programs. Sources have a check of their own.</summary>
internal sealed class QueueCheck(ArchiveReading reading, IOptions<DigestOptions> digest) : ICheck
{
    private const string Name = "Wachtrijen";

    /// <summary>What is due waits longer than this only if something is in its way.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, (string Words, string Remedy)> Queues = new(StringComparer.Ordinal)
    {
        ["pages"] = ("bladzijden", "Kijk of Kiosk:Harvest op een van de knooppunten aan staat; van een trage site duurt het langer."),
        ["letters"] = ("weekbrieven", "Kijk bij Mail wat de mailserver zegt, en of Kiosk:Digest:Send op een van de knooppunten aan staat."),
        ["alerts"] = ("brieven van attenderingen", "Kijk bij Mail wat de mailserver zegt."),
        ["webhooks"] = ("berichten aan programma’s", "Kijk bij Redactie, Webhooks wat de ontvanger zegt."),
    };

    public async Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation)
    {
        var read = await reading.ReadAsync(cancellation);
        var late = read.Queues.Where(queue => queue.Overdue > Late && (queue.Name != "letters" || digest.Value.Send)).ToList();
        return late.Count == 0
            ? [Finding.Good(Name, string.Create(CultureInfo.InvariantCulture, $"Alles komt op tijd aan de beurt; er wachten {string.Join(", ", read.Queues.Select(queue => $"{queue.Length} {Queues[queue.Name].Words}"))}."))]
            : [.. late.Select(queue => Finding.Bad(Name, string.Create(CultureInfo.InvariantCulture, $"Er wachten {queue.Length} {Queues[queue.Name].Words}, de oudste al {(int)queue.Overdue.TotalHours} uur."), Queues[queue.Name].Remedy))];
    }
}
