namespace Kiosk.Web.Tests.CommandLine;

public sealed class UserCommandTests
{
    [Fact]
    public async Task An_operator_is_added_listed_given_another_role_and_removed()
    {
        await using var place = await Workplace.OpenAsync();
        var (code, output, error) = await place.RunAsync("user", "add", "Noor@Gemeente.example", "--role", "beheerder");
        Assert.True(code == 0, error);
        Assert.Contains("Noor@gemeente.example is nu beheerder", output, StringComparison.Ordinal);
        Assert.Matches("/inloggen/link/[A-Za-z0-9_-]{43}", output);
        Assert.Contains("heeft al een account", (await place.RunAsync("user", "add", "noor@gemeente.example")).Error, StringComparison.Ordinal);
        Assert.Contains("is nu redacteur", (await place.RunAsync("user", "role", "noor@gemeente.example", "redacteur")).Output, StringComparison.Ordinal);
        Assert.Contains("redacteur", (await place.RunAsync("user", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("is gewist", (await place.RunAsync("user", "remove", "noor@gemeente.example")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("gemeente.example", (await place.RunAsync("user", "list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user", "add", "geen adres")]
    [InlineData("user", "add", "noor@gemeente.example", "--role", "baas")]
    [InlineData("user", "role", "niemand@gemeente.example", "lezer")]
    [InlineData("user", "remove", "niemand@gemeente.example")]
    public async Task What_cannot_be_is_said_without_a_stack_trace(params string[] arguments)
    {
        await using var place = await Workplace.OpenAsync();
        var (code, _, error) = await place.RunAsync(arguments);
        Assert.Equal(1, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
