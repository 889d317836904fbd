namespace Kiosk.Testing;

/// <summary>
/// When a test calls something a hang. No measure of speed: what is endless, or grows with the square of hostile input, takes far longer than this,
/// and what is merely slow on a busy machine does not.
/// </summary>
public static class Hang
{
    public static readonly TimeSpan After = TimeSpan.FromMinutes(3);
}
