using System.Collections.Concurrent;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kiosk.Web.Manuals;

/// <summary>A page of a manual. The text is Markdown in <c>docs</c>, and travels inside the program.</summary>
/// <param name="Title">Its first heading.</param>
/// <param name="Html">What follows, ready to be shown.</param>
/// <param name="Chapters">Its headings of the second level, with their anchors.</param>
public sealed record Manual(string Title, string Html, IReadOnlyList<(string Anchor, string Title)> Chapters)
{
    private const string PictureFolder = "beeld/";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).DisableHtml().Build();

    private static readonly ConcurrentDictionary<(string Shelf, string Name), Manual> Known = new();

    /// <summary>Finds a page; null if there is none of that name.</summary>
    /// <param name="shelf">Whose manual: <c>redactie</c> or <c>beheer</c>.</param>
    /// <param name="name">Of its file, without <c>.md</c>.</param>
    public static Manual? Find(string shelf, string name) => Known.TryGetValue((shelf, name), out var known) ? known
        : Open(shelf, $"{name}.md") is { } file ? Known.GetOrAdd((shelf, name), Read(shelf, file)) : null;

    /// <summary>A picture in the editors' manual; null if there is none of that name.</summary>
    public static Stream? Picture(string name) => Open("redactie", PictureFolder + name);

    private static Stream? Open(string shelf, string file) => typeof(Manual).Assembly.GetManifestResourceStream($"Manuals/{shelf}/{file}");

    private static Manual Read(string shelf, Stream file)
    {
        using var reader = new StreamReader(file);
        var document = Markdown.Parse(reader.ReadToEnd(), Pipeline);
        var headings = document.Descendants<HeadingBlock>().ToList();
        var title = headings.FirstOrDefault(heading => heading.Level == 1);
        if (title is not null)
            document.Remove(title);
        foreach (var link in document.Descendants<LinkInline>())
            Lead(link, shelf);
        foreach (var table in document.Descendants<Table>())
            table.GetAttributes().AddClass("ledger");
        return new Manual(
            title is null ? "" : Words(title), document.ToHtml(Pipeline),
            [.. headings.Where(heading => heading.Level == 2).Select(heading => (heading.GetAttributes().Id ?? "", Words(heading)))]);
    }

    /// <summary>In the files a link leads to another file; here to its page.</summary>
    private static void Lead(LinkInline link, string shelf)
    {
        if (link.Url is not { Length: > 0 } url || url.Contains(':', StringComparison.Ordinal) || url[0] is '#' or '/')
            return;
        if (link.IsImage)
        {
            link.Url = $"/redactie/handleiding/{url}";
            link.GetAttributes().AddProperty("loading", "lazy");
        }
        else
            link.Url = $"/{shelf}/handleiding/{url.Replace(".md", "", StringComparison.Ordinal)}";
    }

    private static string Words(HeadingBlock heading) => string.Concat(heading.Inline?.Descendants().Select(part => part switch
    {
        LiteralInline text => text.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }) ?? []);
}
