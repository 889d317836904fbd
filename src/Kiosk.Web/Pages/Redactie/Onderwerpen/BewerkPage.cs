using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Data.Topics;
using Kiosk.Web.Accounts;
using Kiosk.Web.Reading;
using Kiosk.Web.Tagging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Onderwerpen;

/// <summary>One topic, for editors: what it is called and covers, its rule tried and applied, and merging and splitting it.</summary>
public sealed class BewerkPage(IDbContextFactory<KioskDb> archive, RuleTrial trial, DutchTime time) : PageModel
{
    private const string Home = "/redactie/onderwerpen";
    private const string Outdated = "Iemand anders veranderde dit onderwerp terwijl jij bezig was. Hieronder staat wat jij invulde; vergelijk het met wat er nu staat en bewaar opnieuw.";
    private const string NoIndex = "De zoekindex wordt nog gemaakt. Probeer het zo weer.";

    /// <summary>The topic as the archive has it; null for one that is still to be made.</summary>
    public Topic? Topic { get; private set; }

    public TopicForm Form { get; private set; } = new();

    public TopicTree Tree { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Problems { get; private set; } = new Dictionary<string, string>();

    /// <summary>What went wrong with the whole, in Dutch; null if nothing did.</summary>
    public string? Trouble { get; private set; }

    /// <summary>What the rule in the form would do; null unless it was tried.</summary>
    public RuleEffect? Effect { get; private set; }

    public TopicRun? Run { get; private set; }

    /// <summary>What was done just now and can be undone; null if nothing was.</summary>
    public Guid? Done { get; private set; }

    /// <summary>The part that is to be split off, as it was filled in.</summary>
    public (string? Name, string? Rule, bool TakeOff) Part { get; private set; }

    /// <summary>How many articles would go along with the part; null unless it was tried.</summary>
    public int? PartSize { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, [FromQuery(Name = "gedaan")] Guid? done, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation))
            return NotFound();
        (Done, Form) = (done, Topic is null ? new TopicForm { Position = Tree.Branches.Count } : TopicForm.Of(Topic));
        return Page();
    }

    public async Task<IActionResult> OnPostProefAsync(string key, TopicForm form, CancellationToken cancellation)
    {
        if (!await ReadAsync(key, form, cancellation))
            return NotFound();
        if (string.IsNullOrWhiteSpace(form.Rule))
            Trouble = "Vul een regel in om te proberen, bijvoorbeeld: vroegsignaler* OF huisbezoek*.";
        else if ((Effect = await trial.TryAsync(Topic?.Id, form.Rule, cancellation)) is null)
            Trouble = NoIndex;
        return Page();
    }

    public Task<IActionResult> OnPostBewaarAsync(string key, TopicForm form, CancellationToken cancellation) => SaveAsync(key, form, apply: false, cancellation);

    public Task<IActionResult> OnPostPasToeAsync(string key, TopicForm form, CancellationToken cancellation) => SaveAsync(key, form, apply: true, cancellation);

    public async Task<IActionResult> OnPostVoegSamenAsync(string key, [FromForm(Name = "naar")] int into, [FromForm(Name = "regels")] bool joinRules, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation) || Topic is null)
            return NotFound();
        Form = TopicForm.Of(Topic);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var batch = Batch();
        if (await TopicActs.MergeAsync(db, batch, Topic.Id, into, joinRules, cancellation))
            return LocalRedirect(Here(into, batch));
        Trouble = "Kies een ander onderwerp dat nog bestaat.";
        return Page();
    }

    public async Task<IActionResult> OnPostSplitsAsync(
        string key, [FromForm(Name = "deel")] string? name, [FromForm(Name = "deelregel")] string? rule, [FromForm(Name = "eraf")] bool takeOff, [FromForm(Name = "zeker")] bool sure, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation) || Topic is null)
            return NotFound();
        (Form, Part) = (TopicForm.Of(Topic), (name, rule, takeOff));
        var form = new TopicForm { Name = name, Rule = rule, Parent = Topic.Id, Position = Topic.Position };
        Trouble = form.Problems(Tree, self: null).Values.FirstOrDefault() ?? (string.IsNullOrWhiteSpace(rule) ? "Vul een regel in die zegt welke stukken meegaan." : null);
        if (Trouble is not null)
            return Page();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await trial.PartAsync(db, Topic.Id, rule!, cancellation) is not { } part)
        {
            Trouble = NoIndex;
            return Page();
        }

        PartSize = part.Count;
        if (!sure)
            return Page();
        var batch = Batch();
        var kept = form.ToKept(await TopicActs.FreeSlugAsync(db, form.WantedSlug, self: null, cancellation));
        return await TopicActs.SplitAsync(db, batch, Topic.Id, kept, part, takeOff, cancellation) is { } made ? LocalRedirect(Here(made.Id, batch)) : NotFound();
    }

    public async Task<IActionResult> OnPostTerugAsync(string key, [FromForm(Name = "gedaan")] Guid done, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var outcome = await EditorialUndo.BatchAsync(db, done, Batch(), cancellation);
        if (outcome.Problems.Count == 0)
            return LocalRedirect(await LoadAsync(key, cancellation) && Topic is not null ? Here(Topic.Id, batch: null) : Home);
        if (!await LoadAsync(key, cancellation) || Topic is null)
            return LocalRedirect(Home);
        (Form, Trouble) = (TopicForm.Of(Topic), string.Join(' ', outcome.Problems));
        return Page();
    }

    private async Task<IActionResult> SaveAsync(string key, TopicForm form, bool apply, CancellationToken cancellation)
    {
        if (!await ReadAsync(key, form, cancellation))
            return NotFound();
        if (Problems.Count > 0)
            return Page();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var batch = Batch();
        var kept = form.ToKept(await TopicActs.FreeSlugAsync(db, form.WantedSlug, Topic?.Id, cancellation));
        var changes = apply && kept.Rule is not null ? await trial.ChangesAsync(db, Topic?.Id, kept.Rule, cancellation) : null;
        if (apply && changes is null)
        {
            Trouble = kept.Rule is null ? "Zonder regel valt er niets toe te passen. Vul een regel in, of kies Bewaar." : NoIndex;
            return Page();
        }

        if (Topic is null)
            Topic = await TopicActs.MakeAsync(db, batch, kept, cancellation);
        else if (!await TopicActs.ChangeAsync(db, batch, Topic.Id, form.Version, kept, cancellation))
        {
            (Trouble, Form) = (Outdated, form with { Version = Topic.Version });
            return Page();
        }

        if (changes is not null)
            await TopicWork.StartAsync(db, batch, Topic, changes.Adds, changes.Drops, cancellation);
        return LocalRedirect(Here(Topic.Id, batch));
    }

    private async Task<bool> ReadAsync(string key, TopicForm form, CancellationToken cancellation)
    {
        if (!await LoadAsync(key, cancellation))
            return false;
        (Form, Problems) = (form, form.Problems(Tree, Topic?.Id));
        return true;
    }

    private async Task<bool> LoadAsync(string key, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Tree = await TopicTree.ReadAsync(db, cancellation);
        if (key == "nieuw")
            return true;
        if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Tree.Find(id) is not { } branch)
            return false;
        Topic = branch.Topic;
        Run = await db.TopicRuns.AsNoTracking().Where(run => run.TopicId == id).OrderByDescending(run => run.Id).FirstOrDefaultAsync(cancellation);
        return true;
    }

    private ActBatch Batch() => Visitor.Of(User)!.Batch(time.Now);

    private static string Here(int id, ActBatch? batch) => string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}{(batch is null ? "" : "?gedaan=")}{batch?.Id}");
}
