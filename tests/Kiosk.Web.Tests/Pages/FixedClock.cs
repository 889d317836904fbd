namespace Kiosk.Web.Tests.Pages;

/// <summary>Time stands still at the moment given.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
