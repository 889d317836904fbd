namespace Kiosk.Web.Mail;

/// <summary>
/// Whether the mail server takes mail from us, as far as this node knows. One that takes nothing is left in peace, longer each time, and who looks after the
/// kiosk can see what it said.
/// </summary>
public sealed class MailServerRest(TimeProvider time)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15)];

    private readonly Lock _lock = new();
    private MailServerTrouble? _trouble;
    private DateTimeOffset _until;
    private int _times;

    /// <summary>What is the matter; null if the last mail went, or none was tried yet.</summary>
    public MailServerTrouble? Trouble
    {
        get
        {
            lock (_lock)
                return _trouble;
        }
    }

    /// <summary>Whether rounds should leave the server alone for now.</summary>
    public bool IsResting
    {
        get
        {
            lock (_lock)
                return _trouble is not null && time.GetUtcNow() < _until;
        }
    }

    /// <summary>It took nothing.</summary>
    /// <param name="sentence">In Dutch.</param>
    public void Begin(string sentence)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            // Letters that were under way at once find the same closed door: that counts once.
            if (_trouble is null || now >= _until)
                _until = now + Waits[Math.Min(_times++, Waits.Length - 1)];
            _trouble = new MailServerTrouble(sentence, _trouble?.Since ?? now);
        }
    }

    /// <summary>It took a mail.</summary>
    public void End()
    {
        lock (_lock)
            (_trouble, _times) = (null, 0);
    }
}

/// <summary>Why a mail server takes nothing from us.</summary>
/// <param name="Sentence">In Dutch, with the server's words.</param>
public sealed record MailServerTrouble(string Sentence, DateTimeOffset Since);
