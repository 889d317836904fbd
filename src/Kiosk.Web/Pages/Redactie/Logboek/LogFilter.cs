using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Logboek;

/// <summary>Which part of the log an editor looks at; it stands in the address.</summary>
public sealed record LogFilter
{
    /// <summary>Words in the title of the subject or in what was kept of it; empty for all.</summary>
    public string Words { get; init; } = "";

    /// <summary>Null for everybody.</summary>
    public Guid? Editor { get; init; }

    /// <summary>Of <see cref="ActKind"/>; null for all.</summary>
    public string? Act { get; init; }

    public SubjectKind? Subject { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public static LogFilter Of(IQueryCollection query) => new()
    {
        Words = query["zoek"].ToString().Trim(),
        Editor = Guid.TryParse(query["wie"], out var editor) ? editor : null,
        Act = ActKinds.Find(query["wat"].ToString())?.Name,
        Subject = Names.TryParse<SubjectKind>(query["aan"], out var subject) ? subject : null,
        From = DateOnly.TryParse(query["van"], System.Globalization.CultureInfo.InvariantCulture, out var from) ? from : null,
        Until = DateOnly.TryParse(query["tot"], System.Globalization.CultureInfo.InvariantCulture, out var until) ? until : null,
    };

    public IQueryable<EditorialAct> Of(KioskDb db)
    {
        var acts = db.EditorialActs.AsNoTracking();
        if (Editor is { } editor)
            acts = acts.Where(act => act.EditorId == editor);
        if (Act is { } name)
            acts = acts.Where(act => act.Act == name);
        if (Subject is { } subject)
            acts = acts.Where(act => act.SubjectKind == subject);
        if (From is { } from)
            acts = acts.Where(act => act.At >= DutchTime.StartOf(from).ToUniversalTime());
        if (Until is { } until)
            acts = acts.Where(act => act.At < DutchTime.StartOf(until.AddDays(1)).ToUniversalTime());
        foreach (var word in Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            var like = $"%{word.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
#pragma warning disable CA1304, CA1311, MA0011 // SQL knows no cultures.
            acts = acts.Where(act => EF.Functions.Like(act.SubjectTitle.ToLower(), like, "\\")
                || (act.Before != null && EF.Functions.Like(act.Before.ToLower(), like, "\\")) || (act.After != null && EF.Functions.Like(act.After.ToLower(), like, "\\")));
#pragma warning restore CA1304, CA1311, MA0011
        }

        return acts;
    }

    /// <summary>The address of a page of this view.</summary>
    public string Link(int page) => "/redactie/logboek" + QueryString.Create(new (string Name, string? Value)[]
    {
        ("zoek", Words.Length > 0 ? Words : null), ("wie", Editor?.ToString()), ("wat", Act), ("aan", Subject is { } subject ? Names.Of(subject) : null),
        ("van", From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("tot", Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ("pagina", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
    }.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value)));
}
