using System.Text;
using Kiosk.Data.Transfer;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests.Transfer;

public sealed class ArchiveTransferTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_column_of_every_table_that_is_archive_comes_across(StorageKind kind)
    {
        await using var from = await TestArchive.CreateAsync(kind);
        await using var to = await TestArchive.CreateAsync(kind);
        await FillAsync(from);

        await ImportAsync(to, await ExportAsync(from));

        foreach (var table in ArchiveTables.Carried)
        {
            var (expected, actual) = (await DumpAsync(from, table), await DumpAsync(to, table));
            Assert.NotEmpty(expected);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public async Task Every_table_is_carried_or_left_out_for_a_reason()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var db = archive.Open();
        Assert.Equal(
            db.Model.GetEntityTypes().Select(entity => entity.ClrType.Name).Order(),
            ArchiveTables.Carried.Concat(ArchiveTables.LeftOut.Keys).Select(type => type.Name).Order());
    }

    [Fact]
    public async Task An_export_of_the_copy_is_the_same_but_for_its_heading()
    {
        await using var from = await TestArchive.CreateAsync();
        await using var to = await TestArchive.CreateAsync();
        await FillAsync(from);
        var export = await ExportAsync(from);
        await ImportAsync(to, export);
        Assert.Equal(Lines(export)[1..], Lines(await ExportAsync(to))[1..]);
        Assert.All(Lines(export), line => Assert.StartsWith("{\"", line, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_added_after_an_import_gets_a_number_of_its_own(StorageKind kind)
    {
        await using var from = await TestArchive.CreateAsync(kind);
        await using var to = await TestArchive.CreateAsync(kind);
        await FillAsync(from);
        await ImportAsync(to, await ExportAsync(from));
        await using var db = to.Open();
        var last = await db.Articles.MaxAsync(article => article.Id, TestContext.Current.CancellationToken);
        var source = Sample.Source("nieuw");
        db.Sources.Add(source);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var article = Sample.Article(source.Id);
        db.Articles.Add(article);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal(last + 1, article.Id);
    }

    [Fact]
    public async Task The_index_hears_of_every_article_that_came_in()
    {
        await using var from = await TestArchive.CreateAsync();
        await using var to = await TestArchive.CreateAsync();
        await FillAsync(from);
        await ImportAsync(to, await ExportAsync(from));
        await using var db = to.Open();
        Assert.Equal(1200, await db.ArticleChanges.Select(change => change.ArticleId).Distinct().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_import_that_broke_off_goes_on_where_it_was()
    {
        await using var from = await TestArchive.CreateAsync();
        await using var to = await TestArchive.CreateAsync();
        await FillAsync(from);
        var export = await ExportAsync(from);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ArchiveImport(to.Factory).ReadAsync(new MemoryStream(export), _ => stop.Cancel(), stop.Token));

        var rows = await ImportAsync(to, export);

        Assert.Equal(Lines(export).Length - 2 - 500, rows);
        Assert.Equal(Lines(export)[1..], Lines(await ExportAsync(to))[1..]);
    }

    [Fact]
    public async Task A_file_whose_end_is_missing_is_not_begun()
    {
        await using var from = await TestArchive.CreateAsync();
        await using var to = await TestArchive.CreateAsync();
        await FillAsync(from);
        var export = await ExportAsync(from);
        var fault = await Assert.ThrowsAsync<TransferException>(() => ImportAsync(to, export[..^10]));
        Assert.Contains("niet heel", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await DumpAsync(to, typeof(Topic)));
    }

    [Fact]
    public async Task Only_an_empty_archive_takes_a_whole_one_in()
    {
        await using var from = await TestArchive.CreateAsync();
        await FillAsync(from);
        var export = await ExportAsync(from);
        var fault = await Assert.ThrowsAsync<TransferException>(() => ImportAsync(from, export));
        Assert.Contains("niet leeg", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"table":"topics","id":9,"slug":"x","name":"X","position":1,"kleur":"rood"}""", "de kolom ‘kleur’ van topics")]
    [InlineData("""{"table":"hobbies","id":9}""", "kent deze tabel niet")]
    [InlineData("""{"id":9}""", "kent deze tabel niet")]
    [InlineData("""{"table":"topics","id":"negen"}""", "geen rij van een archief")]
    [InlineData("""{"table":7}""", "geen rij van een archief")]
    [InlineData("[]", "geen rij van een archief")]
    [InlineData("kapot", "geen rij van een archief")]
    public async Task A_spoilt_line_is_named_and_nothing_is_skipped_in_silence(string line, string why)
    {
        await using var from = await TestArchive.CreateAsync();
        await using var to = await TestArchive.CreateAsync();
        var lines = Lines(await ExportAsync(from));
        var spoilt = Encoding.UTF8.GetBytes(string.Join('\n', [lines[0], line, lines[^1]]));
        var fault = await Assert.ThrowsAsync<TransferException>(() => ImportAsync(to, spoilt));
        Assert.StartsWith("Regel 2: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"url":"https://demobron.example/1"}""", false)]
    [InlineData("<opml>", false)]
    [InlineData("", false)]
    [InlineData("""{"file":"kiosk-archive","version":1,"id":"a"}""", true)]
    public void An_archive_is_known_by_its_first_line(string line, bool expected) => Assert.Equal(expected, ArchiveImport.IsArchive(line));

    [Fact]
    public void An_archive_of_another_making_says_so() =>
        Assert.Throws<TransferException>(() => ArchiveImport.IsArchive("""{"file":"kiosk-archive","version":99,"id":"a"}"""));

    private static async Task FillAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        FullArchive.Fill(db);
    }

    private static async Task<byte[]> ExportAsync(TestArchive archive)
    {
        using var file = new MemoryStream();
        await new ArchiveExport(archive.Factory, new ManualTime()).WriteAsync(file, (_, _) => { }, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    private static Task<long> ImportAsync(TestArchive archive, byte[] file) =>
        new ArchiveImport(archive.Factory).ReadAsync(new MemoryStream(file), _ => { }, TestContext.Current.CancellationToken);

    private static string[] Lines(byte[] file) => Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Every row of a table as the database holds it, all columns but those left out, whatever the export makes of them.</summary>
    private static async Task<List<string>> DumpAsync(TestArchive archive, Type table)
    {
        await using var db = archive.Open();
        var entity = db.Model.FindEntityType(table)!;
        var columns = entity.GetProperties().Where(property => !ArchiveTables.ColumnsLeftOut.Contains($"{table.Name}.{property.Name}")).Select(property => $"\"{property.GetColumnName()}\"").ToList();
        var keys = entity.FindPrimaryKey()!.Properties.Select(property => $"\"{property.GetColumnName()}\"");
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", columns)} FROM {entity.GetTableName()} ORDER BY {string.Join(", ", keys)}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is string[] list ? string.Join('#', list) : $"{reader.GetValue(column)}")));
        return rows;
    }
}
