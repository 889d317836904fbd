using System.Net;
using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Tests.Pages;

namespace Kiosk.Web.Tests.Accounts;

public sealed class SecondStepTests
{
    private const string Email = "redacteur@kiosk.example";
    private const string Password = "paarse olifant op stelten";

    /// <summary>RFC 6238, appendix B, its SHA-1 rows cut to six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_that_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public async Task An_editor_sets_a_second_step_and_is_asked_for_it_from_then_on()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        var key = await SetAsync(kiosk);

        using var visitor = kiosk.Visitor();
        using var first = await visitor.SubmitAsync("/inloggen?terug=/mijn-kiosk", "#wachtwoord", ("adres", Email), ("wachtwoord", Password));
        Assert.Equal("/inloggen/tweede-stap?terug=%2Fmijn-kiosk", first.Headers.Location?.ToString());
        using var early = await visitor.GetAsync("/mijn-kiosk");
        Assert.Equal(HttpStatusCode.Redirect, early.StatusCode);

        using var wrong = await visitor.SubmitAsync("/inloggen/tweede-stap", "#code", ("code", "000000"));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        kiosk.Time.Advance(TimeSpan.FromMinutes(1));
        using var entered = await visitor.SubmitAsync("/inloggen/tweede-stap?terug=%2Fmijn-kiosk", "#code", ("code", Totp.Code(key.Key, kiosk.Time.GetUtcNow())));
        Assert.Equal("/mijn-kiosk", entered.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_code_and_a_recovery_code_each_open_the_door_once()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        var (key, recovery) = await SetAsync(kiosk);
        kiosk.Time.Advance(TimeSpan.FromMinutes(1));
        var code = Totp.Code(key, kiosk.Time.GetUtcNow());

        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(kiosk, code));
        Assert.Equal(HttpStatusCode.OK, await EnterAsync(kiosk, code));
        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(kiosk, recovery[0]));
        Assert.Equal(HttpStatusCode.OK, await EnterAsync(kiosk, recovery[0]));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_too()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        await SigningInTests.AddAsync(kiosk, Email, Password);
        using var visitor = kiosk.Visitor();
        for (var attempt = 0; attempt < 5; attempt++)
            using (await visitor.SubmitAsync("/inloggen", "#wachtwoord", ("adres", Email), ("wachtwoord", "mis")))
            {
            }

        using var right = await visitor.SubmitAsync("/inloggen", "#wachtwoord", ("adres", Email), ("wachtwoord", Password));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task One_network_may_try_so_often_a_minute()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var visitor = kiosk.Visitor();
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt <= Crowding.AttemptsAMinute; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/inloggen");
            using var answer = await visitor.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.BadRequest, answers[0]);
        using var reading = await visitor.GetAsync("/inloggen");
        Assert.Equal(HttpStatusCode.OK, reading.StatusCode);
    }

    /// <summary>Sets the second step by the pages, as an editor does.</summary>
    private static async Task<(string Key, string[] Recovery)> SetAsync(TestKiosk kiosk)
    {
        await SigningInTests.AddAsync(kiosk, Email, Password, Role.Redacteur);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur, secondFactor: false);
        var key = (await editor.PageAsync("/mijn-kiosk/tweede-stap")).QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var set = await editor.SubmitAsync("/mijn-kiosk/tweede-stap", "#code", ("code", Totp.Code(key, kiosk.Time.GetUtcNow())));
        var codes = TestKiosk.Parse(await set.Content.ReadAsStringAsync()).QuerySelectorAll(".codes code").Select(code => code.TextContent).ToArray();
        Assert.Equal(10, codes.Length);
        return (key, codes);
    }

    private static async Task<HttpStatusCode> EnterAsync(TestKiosk kiosk, string code)
    {
        using var visitor = kiosk.Visitor();
        using (await visitor.SubmitAsync("/inloggen", "#wachtwoord", ("adres", Email), ("wachtwoord", Password)))
        using (var entered = await visitor.SubmitAsync("/inloggen/tweede-stap", "#code", ("code", code)))
            return entered.StatusCode;
    }
}
