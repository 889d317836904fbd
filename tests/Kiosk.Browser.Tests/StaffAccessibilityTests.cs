using Kiosk.Data.Accounts;

namespace Kiosk.Browser.Tests;

/// <summary>There is no fault on any page for who works at the kiosk, nor on any that nobody thought of.</summary>
public sealed class StaffAccessibilityTests(Newsstand newsstand)
{
    private static readonly string[] Downloads = ["/mijn-kiosk/gegevens", "/melding", "/lijsten/erbij"];

    [Theory]
    [MemberData(nameof(PageKinds.ForEditors), MemberType = typeof(PageKinds))]
    public Task A_page_for_editors_has_no_fault(string path) => newsstand.VisitAsync(Reader.AnEditor, async page =>
    {
        await page.GotoAsync(path);
        Assert.Equal("", await AxeScan.FindingsAsync(page));
    });

    /// <summary>Nobody needs to think of a new page: whatever the kiosk maps without asking for a number or a name and is not opened elsewhere is opened here, by an operator, who may go everywhere.</summary>
    [Fact]
    public Task No_page_that_needs_no_more_than_its_name_has_a_fault() => newsstand.VisitAsync(new() { Role = Role.Beheerder }, async page =>
    {
        var findings = new List<string>();
        foreach (var path in newsstand.PlainPages.Except([.. Downloads, .. PageKinds.All.Values, .. PageKinds.Desk]))
        {
            await page.GotoAsync(path);
            if (await AxeScan.FindingsAsync(page, 320) is { Length: > 0 } found)
                findings.Add($"{path}: {found}");
        }

        Assert.Empty(findings);
    });
}
