using Kiosk.Data;
using Kiosk.Search.Learning;
using Kiosk.Web.Tagging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Onderwerpen;

/// <summary>What the kiosk learned from the choices of editors, and how well that holds.</summary>
public sealed class GeleerdPage(IDbContextFactory<KioskDb> archive, LearnedTopics learned) : PageModel
{
    /// <summary>By name, those that it learned from first.</summary>
    public IReadOnlyList<(string Name, TopicLesson Lesson)> Lessons { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var names = await db.Topics.AsNoTracking().ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancellation);
        Lessons = [.. learned.Topics.Where(pair => names.ContainsKey(pair.Key)).Select(pair => (names[pair.Key], pair.Value))
            .OrderBy(pair => pair.Value.Classifier is null).ThenBy(pair => pair.Item1, StringComparer.Ordinal)];
    }

    /// <summary>0.75 gives <c>75%</c>.</summary>
    public static string Percent(double? part) => part is { } value ? FormattableString.Invariant($"{Math.Round(value * 100)}%") : "–";

    /// <summary>What is still missing before it learns.</summary>
    public static string Missing(TopicLesson lesson) =>
        $"nog te weinig: {lesson.Fitting} keer ja en {lesson.Examples - lesson.Fitting} keer nee. Nodig zijn er {WordClassifier.LeastExamples}, met van elk ten minste {WordClassifier.LeastOfEach}";
}
