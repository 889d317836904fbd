namespace Kiosk.Web.Tests.Cluster;

/// <summary>A page that did not come: when it was asked, how long that took, and why.</summary>
internal sealed record FailedPage(DateTimeOffset Asked, TimeSpan Took, string Why);
