using System.CommandLine;
using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk user add|list|role|remove</c>: who has an account, for the operator at the machine itself.</summary>
internal static class UserCommand
{
    public static Command Build(SharedOptions shared) => new("user", "Beheer wie een account heeft")
    {
        Add(shared), List(shared), ChangeRole(shared), Remove(shared),
    };

    private static Argument<string> Address() => new("adres") { Description = "E-mailadres" };

    private static Command Add(SharedOptions shared)
    {
        var address = Address();
        var role = new Option<string>("--role") { Description = "lezer, redacteur of beheerder", HelpName = "rol", DefaultValueFactory = _ => Names.Of(Role.Lezer) };
        return On(shared, new Command("add", "Maak een account, en druk een link af waarmee het opengaat") { address, role }, async (services, parsed, cancellation) =>
        {
            var email = EmailAddress.Parse(parsed.GetValue(address)) ?? throw new OpeningException($"‘{parsed.GetValue(address)}’ is geen e-mailadres.");
            var user = await services.GetRequiredService<Newcomers>().AddAsync(email, RoleOf(parsed.GetValue(role)), confirmed: false)
                ?? throw new OpeningException($"{email} heeft al een account. Een andere rol geef je met: kiosk user role {email} ROL");
            var link = await services.GetRequiredService<AccountLinks>().MakeAsync(LinkPurpose.Invitation, user.Id, email, cancellation);
            Console.WriteLine($"{email} is nu {Names.Of(user.Role)}. Deze link opent het account, één keer, een week lang:");
            Console.WriteLine(link);
        });
    }

    private static Command List(SharedOptions shared) => On(shared, new Command("list", "Laat zien wie een account heeft"), async (services, _, cancellation) =>
    {
        var users = await services.GetRequiredService<KioskDb>().Users.AsNoTracking().OrderBy(user => user.Email).ToListAsync(cancellation);
        var table = new Table().AddColumns("adres", "naam", "rol", "sinds", "tweede stap", "");
        foreach (var user in users)
        {
            table.AddRow(
                new Text(user.Email!), new Text(user.Name), new Text(Names.Of(user.Role)), new Text(user.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new Text(user.TwoFactorEnabled ? "aan" : "uit"), new Text(user.BlockedAt is null ? "" : "geblokkeerd"));
        }

        Terminal.Output.Write(table);
    });

    private static Command ChangeRole(SharedOptions shared)
    {
        var (address, role) = (Address(), new Argument<string>("rol") { Description = "lezer, redacteur of beheerder" });
        return On(shared, new Command("role", "Geef iemand een andere rol") { address, role }, async (services, parsed, _) =>
        {
            var user = await FindAsync(services, parsed.GetValue(address)!);
            user.Role = RoleOf(parsed.GetValue(role));
            await services.GetRequiredService<UserManager<User>>().UpdateAsync(user);
            Console.WriteLine($"{user.Email} is nu {Names.Of(user.Role)}.");
        });
    }

    private static Command Remove(SharedOptions shared)
    {
        var address = Address();
        return On(shared, new Command("remove", "Wis een account met alles wat erbij hoort") { address }, async (services, parsed, cancellation) =>
        {
            var user = await FindAsync(services, parsed.GetValue(address)!);
            await services.GetRequiredService<Erasure>().EraseAsync(user.Id, cancellation);
            Console.WriteLine($"{user.Email} is gewist, met alles wat erbij hoorde.");
        });
    }

    private static Command On(SharedOptions shared, Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task> act)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            await using var scope = host.Services.CreateAsyncScope();
            await act(scope.ServiceProvider, parsed, cancellation);
        });
        return command;
    }

    private static async Task<User> FindAsync(IServiceProvider services, string address) =>
        await services.GetRequiredService<UserManager<User>>().FindByEmailAsync(address.Trim())
        ?? throw new OpeningException($"{address} heeft geen account. Met kiosk user list zie je wie er een heeft.");

    private static Role RoleOf(string? name) =>
        Names.TryParse<Role>(name, out var role) ? role : throw new OpeningException($"De rol ‘{name}’ bestaat niet; kies {string.Join(", ", Names.All<Role>())}.");
}
