using System.Text;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Alerts;
using Kiosk.Data.Editions;
using Kiosk.Data.Lists;
using Kiosk.Testing;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Kiosk.Web.Tests.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Accounts;

public sealed class ErasureTests
{
    private const string Email = "noor.verbeek@wijkteam.example";
    private const string Query = "zonderlinge zoekwoorden";
    private const string Name = "Noor Verbeek-Zonderspoor";

    [Fact]
    public async Task Erasing_leaves_no_trace_of_a_person_in_any_table_or_file()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var visitor = await kiosk.SignedInAsync(Role.Lezer, Email);
        await UseKioskAsync(visitor);
        using (await visitor.SubmitAsync("/mijn-kiosk/account", "#veld-naam", ("naam", Name)))
        using (await visitor.SubmitAsync("/mijn-kiosk/wachtwoord", "#wachtwoord", ("wachtwoord", "paarse olifant op stelten")))
        using (await visitor.SubmitAsync("/mijn-kiosk/adres", "#adres", ("adres", "nieuw@wijkteam.example")))
        using (await visitor.GetAsync("/mijn-kiosk/tweede-stap"))
        using (await kiosk.Visitor().SubmitAsync("/inloggen", "#adres-link", ("adres", Email)))
        {
        }

        await AddPasskeyAsync(kiosk);
        await Eventually.GetAsync(() => Task.FromResult(Mails(kiosk)), mails => mails.Length == 3);
        var id = Assert.Single(await IdsAsync(kiosk));
        await ShareWithAsync(kiosk, id);
        string[] traces = [Query, Email, Email.ToUpperInvariant(), Name, id.ToString(), id.ToString().ToUpperInvariant()];
        Assert.NotEmpty(await TracesAsync(kiosk, traces));
        await EveryPersonalTableHoldsSomethingAsync(kiosk, id);

        using var erased = await visitor.SubmitAsync("/mijn-kiosk/verwijderen", "main form .danger");

        Assert.Equal("/inloggen/gewist", erased.Headers.Location?.ToString());
        Assert.Empty(await TracesAsync(kiosk, traces));
        using var after = await visitor.GetAsync("/mijn-kiosk");
        Assert.StartsWith("/inloggen", after.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_with_a_user_id_is_listed_as_personal_and_goes_with_its_user()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var db = archive.Open();
        var tables = await db.Database.SqlQueryRaw<string>("""
            SELECT t.name AS "Value" FROM sqlite_schema t JOIN pragma_table_info(t.name) c ON c.name = 'user_id' WHERE t.type = 'table'
            """).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(tables.Append("users").Order(StringComparer.Ordinal), PersonalTables.All.Select(table => table.Name).Order(StringComparer.Ordinal));
        foreach (var table in tables)
        {
            var onDelete = await db.Database.SqlQuery<string>($"""SELECT on_delete AS "Value" FROM pragma_foreign_key_list({table}) WHERE "table" = 'users'""").ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal((table, "CASCADE"), (table, Assert.Single(onDelete)));
        }
    }

    [Fact]
    public async Task The_export_holds_every_personal_table_and_no_secret()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var visitor = await kiosk.SignedInAsync(Role.Lezer, Email);
        using (await visitor.SubmitAsync("/mijn-kiosk/wachtwoord", "#wachtwoord", ("wachtwoord", "paarse olifant op stelten")))
        using (await visitor.GetAsync("/mijn-kiosk/tweede-stap"))
        {
        }

        await AddPasskeyAsync(kiosk);
        using var answer = await visitor.GetAsync("/mijn-kiosk/gegevens");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var text = await answer.Content.ReadAsStringAsync();
        using var export = JsonDocument.Parse(text);
        Assert.Equal(PersonalTables.All.Select(table => table.Name), export.RootElement.EnumerateObject().Select(table => table.Name));
        Assert.Equal(Email, export.RootElement.GetProperty("users")[0].GetProperty("email").GetString());
        Assert.Equal("Proefbrowser", export.RootElement.GetProperty("user_sessions")[0].GetProperty("device").GetString());
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        Assert.DoesNotContain((await db.Users.SingleAsync()).PasswordHash!, text, StringComparison.Ordinal);
        Assert.DoesNotContain((await db.Set<IdentityUserToken<Guid>>().FirstAsync()).Value!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_operator_cannot_erase_herself()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var visitor = await kiosk.SignedInAsync(Role.Beheerder);
        Assert.Contains("enige beheerder", (await visitor.PageAsync("/mijn-kiosk/verwijderen")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var tried = await visitor.PostAsync("/mijn-kiosk/account", "form[action$=naam]", "/mijn-kiosk/verwijderen");
        Assert.Single(await IdsAsync(kiosk));
    }

    /// <summary>A list of a colleague that she may see.</summary>
    private static async Task ShareWithAsync(TestKiosk kiosk, Guid id)
    {
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        var list = new ReadingList { Title = "Van een collega", CreatedAt = TestKiosk.Now, ChangedAt = TestKiosk.Now };
        list.Members.Add(new ListMember { UserId = id, Email = Email, AddedAt = TestKiosk.Now });
        db.Add(list);
        // As if she had been an editor once.
        db.Add(new ApiToken { UserId = id, Name = Query, Hash = "00", Hint = "kiosk", CreatedAt = TestKiosk.Now, ExpiresAt = TestKiosk.Now.AddDays(30) });
        db.Add(new ReplacementLetter { UserId = id, ArticleId = 1, DueAt = TestKiosk.Now });
        var alert = new Alert { UserId = id, Query = Query, CreatedAt = TestKiosk.Now, ChangedAt = TestKiosk.Now };
        db.Add(alert);
        await db.SaveChangesAsync();
        var letter = new AlertLetter { AlertId = alert.Id, UserId = id, MadeAt = TestKiosk.Now };
        db.Add(letter);
        await db.SaveChangesAsync();
        db.Add(new AlertFind { AlertId = alert.Id, UserId = id, ArticleId = 1, FoundAt = TestKiosk.Now, LetterId = letter.Id });
        await db.SaveChangesAsync();
    }

    /// <summary>Follows, reads, judges, swaps and keeps, so that something of hers stands in every personal table.</summary>
    private static async Task UseKioskAsync(TestVisitor visitor)
    {
        using (await visitor.SubmitAsync("/mijn-kiosk/account", "#onthoud", ("onthoud", "true")))
        using (await visitor.SubmitAsync("/mijn-kiosk/volgen", "#nieuwe-zoek", ("zoek", Query)))
        using (await visitor.SubmitAsync("/mijn-kiosk/volgen", "#stukken", ("stukken", "5")))
        using (await visitor.GetAsync("/artikel/1/volledig-stuk-over-schulden"))
        using (await visitor.SubmitAsync("/artikel/1/aantekening", "main form", ("notitie", Query)))
        using (await visitor.SubmitAsync("/", "button[value=meer]"))
        {
        }

        await Lists.ListPagesTests.TeamAsync(visitor, 1);
    }

    /// <summary>Or else erasing would prove nothing of it.</summary>
    private static async Task EveryPersonalTableHoldsSomethingAsync(TestKiosk kiosk, Guid id)
    {
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        foreach (var table in PersonalTables.All)
            Assert.True(await table.Export(db, id, CancellationToken.None) is System.Collections.ICollection { Count: > 0 }, $"Nothing of hers stands in {table.Name}.");
    }

    private static string[] Mails(TestKiosk kiosk) => Directory.Exists(Path.Combine(kiosk.DataDirectory, "outbox")) ? Directory.GetFiles(Path.Combine(kiosk.DataDirectory, "outbox"), "*.eml") : [];

    private static async Task<List<Guid>> IdsAsync(TestKiosk kiosk)
    {
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        return await db.Users.Select(user => user.Id).ToListAsync();
    }

    private static async Task AddPasskeyAsync(TestKiosk kiosk)
    {
        await using var scope = kiosk.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var passkey = new UserPasskeyInfo([1, 2, 3, 4], [5], TestKiosk.Now, 0, [], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [], []) { Name = Name };
        Assert.True((await users.AddOrUpdatePasskeyAsync((await users.FindByEmailAsync(Email))!, passkey)).Succeeded);
    }

    /// <summary>Where any of these stands: rows of tables, and the raw bytes of every file, write-ahead logs and free pages included.</summary>
    internal static async Task<List<string>> TracesAsync(TestKiosk kiosk, string[] traces)
    {
        var found = new List<string>();
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        foreach (var table in await db.Database.SqlQueryRaw<string>("""SELECT name AS "Value" FROM sqlite_schema WHERE type = 'table'""").ToListAsync())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await db.Database.OpenConnectionAsync();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                found.AddRange(Enumerable.Range(0, reader.FieldCount).Where(column => traces.Any(trace => reader.GetValue(column).ToString()!.Contains(trace, StringComparison.Ordinal))).Select(column => $"{table}.{reader.GetName(column)}"));
        }

        // The lock on the index is empty, and cannot be read while it holds.
        foreach (var file in Directory.EnumerateFiles(kiosk.DataDirectory, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".lock"))
        {
            var bytes = await ReadSharedAsync(file);
            found.AddRange(traces.Where(trace => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(trace)) >= 0).Select(trace => $"{file}: {trace}"));
        }

        return found;
    }

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
