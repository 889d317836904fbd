using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Search.Synonyms;
using Kiosk.Web.Accounts;
using Kiosk.Web.Reading;
using Kiosk.Web.Searching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Begrippen;

/// <summary>Where editors say which words mean the same, see what that does to a question, and undo it.</summary>
public sealed class BegrippenPage(IDbContextFactory<KioskDb> archive, EditorsWords editors, WordsTrial trial, DutchTime time) : PageModel
{
    private const string Here = "/redactie/begrippen";

    private List<SearchTerm> _terms = [];

    private ActBatch By => Visitor.Of(User)!.Batch(time.Now);

    /// <summary>Words to look for in the list; empty shows all.</summary>
    public string Sought { get; private set; } = "";

    /// <summary>The line in the form.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>The question in the form.</summary>
    public string? Question { get; private set; }

    /// <summary>The line that the form changes; null if it adds one.</summary>
    public SearchTerm? Changing { get; private set; }

    /// <summary>What is wrong with the line, in Dutch; null if nothing is.</summary>
    public string? Problem { get; private set; }

    public WordsEffect? Effect { get; private set; }

    /// <summary>Questions of visitors that would find more, the most asked first.</summary>
    public IReadOnlyList<AskedEffect> OnQuestions { get; private set; } = [];

    /// <summary>For each of these the best of what comes with it, by article, as it may be shown.</summary>
    public IReadOnlyDictionary<long, ShownHit> FirstAdded { get; private set; } = new Dictionary<long, ShownHit>();

    /// <summary>The articles that the line would add, as they may be shown.</summary>
    public IReadOnlyList<ShownHit> Added { get; private set; } = [];

    /// <summary>What was taken away just now and can be put back; null if nothing was.</summary>
    public SearchTerm? JustRemoved { get; private set; }

    public IReadOnlyList<SearchTerm> Own => [.. _terms.Where(term => term.RemovedAt is null && !term.IsSwitchedOff && IsSought(term.Rule)).OrderBy(term => term.Rule, StringComparer.Ordinal)];

    /// <summary>Taken away lately.</summary>
    public IReadOnlyList<SearchTerm> Removed => [.. _terms.Where(term => term is { RemovedAt: not null, IsSwitchedOff: false }).OrderByDescending(term => term.RemovedAt)];

    /// <summary>The packaged lines, each with the row that switches it off, if any.</summary>
    public IReadOnlyList<(string Rule, SearchTerm? Off)> Packaged => [.. Thesaurus.Field.Rules.Select(WordRule.Text).Where(IsSought).Order(StringComparer.Ordinal)
        .Select(rule => (rule, _terms.Find(term => term is { RemovedAt: null, IsSwitchedOff: true } && term.Rule == rule)))];

    /// <param name="begrip">A word to begin a new line with.</param>
    public async Task OnGetAsync(string? zoek, long? wijzig, long? weg, string? begrip, CancellationToken cancellation)
    {
        await LoadAsync(zoek, wijzig, weg, cancellation);
        if (Changing is null && !string.IsNullOrWhiteSpace(begrip))
            Rule = $"{begrip.Trim()} = ";
    }

    public async Task<IActionResult> OnPostProefAsync([FromForm] string? regel, [FromForm] string? vraag, [FromForm] long? wijzig, CancellationToken cancellation)
    {
        await LoadAsync(zoek: null, wijzig, weg: null, cancellation);
        (Rule, Question) = (regel ?? "", vraag);
        if (WordRule.Read(regel, out var problem) is not { } rule)
        {
            Problem = problem;
            return Page();
        }

        Effect = trial.Try(rule, Changing?.Rule, vraag is { Length: > 400 } ? vraag[..400] : vraag);
        OnQuestions = await trial.OnQuestionsAsync(rule, Changing?.Rule, cancellation);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        FirstAdded = (await ShownHit.ReadAsync(db, [.. OnQuestions.SelectMany(one => one.Effect.Added.Take(1)).DistinctBy(hit => hit.ArticleId)], cancellation)).ToDictionary(hit => hit.Card.Id);
        Added = await ShownHit.ReadAsync(db, Effect.Added, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostBewaarAsync([FromForm] string? regel, [FromForm] string? vraag, [FromForm] long? wijzig, CancellationToken cancellation)
    {
        Problem = await editors.SaveAsync(regel, wijzig, By, cancellation);
        if (Problem is null)
            return LocalRedirect(wijzig is null ? $"{Here}#eigen" : $"{Here}?weg={wijzig}#eigen");
        await LoadAsync(zoek: null, wijzig, weg: null, cancellation);
        (Rule, Question) = (regel ?? "", vraag);
        return Page();
    }

    public async Task<IActionResult> OnPostWegAsync([FromForm] long id, CancellationToken cancellation)
    {
        await editors.RemoveAsync(id, By, cancellation);
        return LocalRedirect($"{Here}?weg={id}");
    }

    public async Task<IActionResult> OnPostTerugAsync([FromForm] long id, CancellationToken cancellation)
    {
        await editors.RestoreAsync(id, By, cancellation);
        return LocalRedirect($"{Here}#eigen");
    }

    public async Task<IActionResult> OnPostUitAsync([FromForm] string? regel, CancellationToken cancellation)
    {
        await editors.SwitchOffAsync(regel, By, cancellation);
        return LocalRedirect($"{Here}#vak");
    }

    public async Task<IActionResult> OnPostAanAsync([FromForm] long id, CancellationToken cancellation)
    {
        await editors.RemoveAsync(id, By, cancellation);
        return LocalRedirect($"{Here}#vak");
    }

    private async Task LoadAsync(string? zoek, long? wijzig, long? weg, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        _terms = await db.SearchTerms.AsNoTracking().ToListAsync(cancellation);
        Sought = (zoek ?? "").Trim();
        Changing = _terms.Find(term => term.Id == wijzig && term is { RemovedAt: null, IsSwitchedOff: false });
        JustRemoved = _terms.Find(term => term.Id == weg && term is { RemovedAt: not null, IsSwitchedOff: false });
        Rule = Changing?.Rule ?? "";
    }

    private bool IsSought(string rule) => rule.Contains(Sought, StringComparison.OrdinalIgnoreCase);
}
