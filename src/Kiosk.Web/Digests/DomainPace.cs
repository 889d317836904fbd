using Kiosk.Web.Mail;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Digests;

/// <summary>How fast this node writes to each receiving domain, and which of them asked to be left in peace.</summary>
public sealed class DomainPace(IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>How long a domain is left in peace each time it asks for it, until a letter goes through.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits =
        [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(45), TimeSpan.FromHours(2), TimeSpan.FromHours(4)];

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Domain> _domains = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Takes a letter's turn.</summary>
    /// <returns>Null if it may go now; otherwise until when it waits.</returns>
    public DateTimeOffset? Take(string domain)
    {
        lock (_lock)
        {
            var (one, now, most) = (Of(domain), time.GetUtcNow(), options.Value.PerDomainPerMinute);
            if (one.RestsUntil > now)
                return one.RestsUntil;
            if (now - one.Began >= Window)
                (one.Began, one.Letters) = (now, 0);
            if (most > 0 && one.Letters >= most)
                return one.Began + Window;
            one.Letters++;
            return null;
        }
    }

    /// <summary>Until when a domain is left in peace; null if it is not.</summary>
    public DateTimeOffset? RestOf(string domain)
    {
        lock (_lock)
            return Of(domain).RestsUntil is var until && until > time.GetUtcNow() ? until : null;
    }

    /// <summary>The domain asked for patience.</summary>
    /// <returns>Until when it gets it.</returns>
    public DateTimeOffset Rest(string domain)
    {
        lock (_lock)
        {
            var (one, now) = (Of(domain), time.GetUtcNow());
            // Letters that were under way at once hear the same: that counts once.
            if (one.RestsUntil <= now)
                one.RestsUntil = now + Waits[Math.Min(one.Refusals++, Waits.Count - 1)];
            return one.RestsUntil;
        }
    }

    /// <summary>A letter went through.</summary>
    public void Accepted(string domain)
    {
        lock (_lock)
            Of(domain).Refusals = 0;
    }

    private Domain Of(string domain)
    {
        if (!_domains.TryGetValue(domain, out var one))
            _domains[domain] = one = new Domain();
        return one;
    }

    private sealed class Domain
    {
        public DateTimeOffset Began { get; set; }

        public int Letters { get; set; }

        public DateTimeOffset RestsUntil { get; set; }

        public int Refusals { get; set; }
    }
}
