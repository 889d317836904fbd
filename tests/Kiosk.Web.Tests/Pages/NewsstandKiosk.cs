[assembly: AssemblyFixture(typeof(Kiosk.Web.Tests.Pages.NewsstandKiosk))]

namespace Kiosk.Web.Tests.Pages;

/// <summary>One kiosk with the <see cref="Newsstand"/>, for tests that only read.</summary>
public sealed class NewsstandKiosk : IAsyncLifetime
{
    public TestKiosk Kiosk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Kiosk = await TestKiosk.StartAsync(Newsstand.Fill);

    public ValueTask DisposeAsync() => Kiosk.DisposeAsync();
}
