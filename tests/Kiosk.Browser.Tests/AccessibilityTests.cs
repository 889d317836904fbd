namespace Kiosk.Browser.Tests;

/// <summary>There is no fault on any page for readers.</summary>
public sealed class AccessibilityTests(Newsstand newsstand)
{
    public static TheoryData<string> Pages => PageKinds.Names;

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_has_no_fault(string kind) => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync(newsstand.PathOf(kind));
        Assert.Equal("", await AxeScan.FindingsAsync(page));
    });

    [Theory]
    [InlineData("/")]
    [InlineData("/bronnen")]
    public Task A_page_has_no_fault_before_the_first_harvest(string path) => newsstand.VisitEmptyAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync(path);
        Assert.Equal("", await AxeScan.FindingsAsync(page));
    });
}
