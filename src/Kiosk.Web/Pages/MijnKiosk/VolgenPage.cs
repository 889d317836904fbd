using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Search.Queries;
using Kiosk.Web.Accounts;
using Kiosk.Web.Editions;
using Kiosk.Web.Http;
using Kiosk.Web.Pages.Welkom;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>What a reader follows, with the weights that she moves, and how large her edition is.</summary>
public sealed class VolgenPage(IDbContextFactory<KioskDb> archive, Following following) : PageModel
{
    private const string Here = "/mijn-kiosk/volgen";
    private const string WeightField = "gewicht-";

    public static readonly string[] WeightWords = ["niet", "weinig", "gewoon", "veel", "voorop"];

    public IReadOnlyList<Follow> Follows { get; private set; } = [];

    public ReaderSettings Settings { get; private set; } = new();

    /// <summary>Topics that she does not follow yet, by id.</summary>
    public IReadOnlyList<(int Id, string Name)> OtherTopics { get; private set; } = [];

    /// <summary>As above.</summary>
    public IReadOnlyList<(int Id, string Name)> OtherSources { get; private set; } = [];

    public IReadOnlyList<WorkRole> OtherRoles => [.. Enum.GetValues<WorkRole>().Where(role => Follows.All(follow => follow.Role != role))];

    /// <summary>What is wrong with a standing query, in Dutch; null if nothing.</summary>
    public string? QueryProblem { get; private set; }

    public string? TypedQuery { get; private set; }

    /// <summary>What she just stopped following, to put back; null if nothing.</summary>
    public Undoing? Stopped { get; private set; }

    /// <summary>The weights that stood before she saved others, by the name of their field; empty if she saved none.</summary>
    public IReadOnlyList<(string Field, string Weight)> Before { get; private set; } = [];

    private Guid Me => Visitor.Of(User)!.Id;

    public Task OnGetAsync([FromQuery(Name = "bewaard")] string? before, CancellationToken cancellation)
    {
        Stopped = Undoing.Of(Request.Query);
        Before = [.. (before ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('-'))
            .Where(pair => pair is [var id, var weight] && Number(id) is not null && Number(weight) is not null)
            .Take(Following.Most).Select(pair => (WeightField + pair[0], pair[1]))];
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostVolgAsync(
        [FromForm(Name = "onderwerp")] int? topic, [FromForm(Name = "bron")] int? source, [FromForm(Name = "rol")] string? role, [FromForm(Name = "zoek")] string? query,
        [FromForm(Name = "gewicht")] int? weight, [FromForm(Name = "terug")] string? back, CancellationToken cancellation)
    {
        if (query is { Length: > 0 } && Problem(query) is not null || (query is null ? Wanted(topic, source, role) : new Follow { Query = query }) is not { } wanted)
            return NotFound();
        wanted.Weight = weight ?? Follow.Usual;
        return await following.FollowAsync(Me, wanted, cancellation) ? Back(back) : NotFound();
    }

    public async Task<IActionResult> OnPostStopAsync(
        [FromForm(Name = "onderwerp")] int? topic, [FromForm(Name = "bron")] int? source, [FromForm(Name = "rol")] string? role, [FromForm(Name = "zoek")] string? query, [FromForm(Name = "terug")] string? back, CancellationToken cancellation)
    {
        if ((query is null ? Wanted(topic, source, role) : new Follow { Query = query }) is not { } unwanted)
            return NotFound();
        var stopped = await following.StopAsync(Me, unwanted, cancellation);
        return back is null && stopped is not null ? LocalRedirect(Here + Undoing.Of(stopped)) : Back(back);
    }

    public async Task<IActionResult> OnPostZoekAsync([FromForm(Name = "zoek")] string? query, CancellationToken cancellation)
    {
        TypedQuery = (query ?? "").Trim();
        QueryProblem = Problem(TypedQuery);
        if (QueryProblem is null && await following.FollowAsync(Me, new Follow { Query = TypedQuery }, cancellation))
            return LocalRedirect($"{Here}#zoekopdrachten");
        QueryProblem ??= $"Je volgt al {Following.Most} dingen. Haal eerst iets weg.";
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostWegingAsync([FromForm(Name = "stukken")] int? size, [FromForm(Name = "herstel")] bool reset, CancellationToken cancellation)
    {
        var weights = Request.Form.Keys.Where(key => key.StartsWith(WeightField, StringComparison.Ordinal))
            .Select(key => (Id: Number(key[WeightField.Length..]), Weight: reset ? Follow.Usual : Number(Request.Form[key])))
            .Where(pair => pair is { Id: not null, Weight: not null }).DistinctBy(pair => pair.Id)
            .ToDictionary(pair => pair.Id!.Value, pair => (int)Math.Clamp(pair.Weight!.Value, 0, Follow.MostWeight));
        var before = await following.WeighAsync(Me, weights, cancellation);
        if (size is { } wanted)
            await following.ChangeAsync(Me, settings => settings.EditionSize = wanted, cancellation);
        return LocalRedirect($"{Here}?bewaard={string.Join('.', before.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}-{pair.Value}")))}");
    }

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Problem(string query)
    {
        if (query.Length is 0 or > Following.LongestQuery)
            return query.Length == 0 ? "Typ de woorden waar het over moet gaan." : $"Maak het korter: hooguit {Following.LongestQuery} tekens.";
        var parsed = Query.Parse(query, out var notes);
        return parsed is AllQuery ? "Hier past alles bij. Typ een woord waar het over moet gaan." : notes.Count > 0 ? string.Join(' ', notes) : null;
    }

    private static Follow? Wanted(int? topic, int? source, string? role) => (topic, source, DeviceChoice.RoleOf(role)) switch
    {
        ({ } id, null, null) => new Follow { TopicId = id },
        (null, { } id, null) => new Follow { SourceId = id },
        (null, null, { } mine) => new Follow { Role = mine },
        _ => null,
    };

    private LocalRedirectResult Back(string? path) => LocalRedirect(path is null ? Here : LocalPath.Of(path));

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Follows = await following.OfAsync(Me, cancellation);
        Settings = await following.SettingsAsync(Me, cancellation);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var topics = await db.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Name).Select(topic => new { topic.Id, topic.Name }).ToListAsync(cancellation);
        OtherTopics = [.. topics.Where(topic => Follows.All(follow => follow.TopicId != topic.Id)).Select(topic => (topic.Id, topic.Name))];
        var sources = await db.Sources.Where(source => source.Enabled && source.MergedInto == null).OrderBy(source => source.Name).Select(source => new { source.Id, source.Name }).ToListAsync(cancellation);
        OtherSources = [.. sources.Where(source => Follows.All(follow => follow.SourceId != source.Id)).Select(source => (source.Id, source.Name))];
    }
}
