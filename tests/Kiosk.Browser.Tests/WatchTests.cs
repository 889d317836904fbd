namespace Kiosk.Browser.Tests;

/// <summary>That a visit finds no fault proves something only if it would notice one.</summary>
public sealed class WatchTests(Newsstand newsstand)
{
    [Theory]
    [InlineData("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">inline</p>')", "Console: ")]
    [InlineData("fetch('/bestaat-niet')", "404: ")]
    [InlineData("location.href = 'http://127.0.0.1:9/elders'", "Request to elsewhere: ")]
    [InlineData("setTimeout(() => { throw new Error('mis'); })", "Script: ")]
    public async Task A_fault_is_noticed(string script, string fault)
    {
        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => newsstand.VisitAsync(Reader.AtADesk, async page =>
        {
            await page.GotoAsync("/");
            await page.EvaluateAsync($"() => {{ {script}; }}");
            await page.WaitForTimeoutAsync(2_000);
        }));

        Assert.Contains(fault, failure.Message, StringComparison.Ordinal);
    }
}
