using System.Net;
using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Accounts;

public sealed class SigningInTests
{
    private const string Password = "paarse olifant op stelten";

    [Fact]
    public async Task A_reader_signs_in_by_password_and_out_again()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        await AddAsync(kiosk, "noor@kiosk.example", Password);
        using var visitor = kiosk.Visitor();

        using var entered = await visitor.SubmitAsync("/inloggen?terug=/onderwerpen", "#wachtwoord", ("adres", " Noor@kiosk.example "), ("wachtwoord", Password));
        Assert.Equal("/onderwerpen", entered.Headers.Location?.ToString());
        Assert.Contains("noor@kiosk.example", (await visitor.PageAsync("/mijn-kiosk")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var left = await visitor.SubmitAsync("/uitloggen", "main button");
        using var refused = await visitor.GetAsync("/mijn-kiosk");
        Assert.Equal("/inloggen?terug=%2Fmijn-kiosk", refused.Headers.Location?.PathAndQuery);
    }

    [Theory]
    [InlineData("noor@kiosk.example", "fout wachtwoord")]
    [InlineData("niemand@kiosk.example", Password)]
    [InlineData("geen adres", Password)]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(string email, string password)
    {
        await using var kiosk = await TestKiosk.StartAsync();
        await AddAsync(kiosk, "noor@kiosk.example", Password);
        using var visitor = kiosk.Visitor();

        using var refused = await visitor.SubmitAsync("/inloggen", "#wachtwoord", ("adres", email), ("wachtwoord", password));

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var page = TestKiosk.Parse(await refused.Content.ReadAsStringAsync());
        Assert.StartsWith("Dit adres en dit wachtwoord horen niet bij elkaar", page.QuerySelector("[role=alert]")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_signs_in_once_and_only_by_its_button()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        var user = await AddAsync(kiosk, "noor@kiosk.example", password: null);
        var link = (await kiosk.Services.GetRequiredService<AccountLinks>().MakeAsync(LinkPurpose.SignIn, user.Id, user.Email!, CancellationToken.None))!.PathAndQuery;
        using var scanner = kiosk.Visitor();
        using var looked = await scanner.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);

        using var visitor = kiosk.Visitor();
        using var entered = await visitor.SubmitAsync(link, "main button");
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        using var mine = await visitor.GetAsync("/mijn-kiosk");
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);

        using var again = await kiosk.Visitor().GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Theory]
    [InlineData(Role.Lezer)]
    [InlineData(Role.Redacteur)]
    [InlineData(Role.Beheerder)]
    public async Task A_test_can_sign_in_with_any_role(Role role)
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var visitor = await kiosk.SignedInAsync(role);
        using var mine = await visitor.GetAsync("/mijn-kiosk");
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
    }

    internal static async Task<User> AddAsync(TestKiosk kiosk, string email, string? password, Role role = Role.Lezer)
    {
        await using var scope = kiosk.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<Newcomers>().AddAsync(email, role, confirmed: true);
        Assert.NotNull(user);
        if (password is not null)
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().AddPasswordAsync(user, password)).Succeeded);
        return user;
    }
}
