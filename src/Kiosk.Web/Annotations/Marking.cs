using System.Globalization;
using AngleSharp.Dom;
using Kiosk.Data.Annotations;
using Kiosk.Ingest.Cleaning;

namespace Kiosk.Web.Annotations;

/// <summary>
/// Puts a reader's marks into a clean text. All that comes in are <c>mark</c> elements around letters that stand there already, and her notes as
/// encoded text: what a reader typed never becomes markup.
/// </summary>
public static class Marking
{
    /// <summary>Marks what is found, sets notes behind their paragraphs, and tells where each is.</summary>
    public static IReadOnlyList<PlacedAnnotation> Mark(IElement body, IReadOnlyList<Annotation> annotations)
    {
        // Each is marked in the text as it stands then: marks within marks may cut the nodes of the one before.
        var placed = annotations.Select(annotation => new PlacedAnnotation(annotation, MarkOne(body, annotation)))
            .OrderBy(one => one.Place is null).ThenBy(one => one.IsLost).ThenBy(one => one.Place).ThenBy(one => one.Annotation.Id).ToList();
        // Notes behind one paragraph stand in the order of their passages.
        foreach (var one in placed.Where(one => one.Place is not null && one.Annotation.Note.Length > 0).Reverse())
            SetNote(body, one.Annotation);
        return placed;
    }

    /// <summary>The id of the mark in the text.</summary>
    public static string MarkId(Annotation annotation) => string.Create(CultureInfo.InvariantCulture, $"passage-{annotation.Id}");

    /// <summary>The id of the annotation in the list below the text.</summary>
    public static string ListId(Annotation annotation) => string.Create(CultureInfo.InvariantCulture, $"aantekening-{annotation.Id}");

    /// <summary>Its first words, for who hears a button and does not see where it stands.</summary>
    public static string Name(Annotation annotation) => Excerpt.Of(annotation.Note.Length > 0 ? annotation.Note : annotation.Exact, 60);

    private static int? MarkOne(IElement body, Annotation annotation)
    {
        if (annotation.Exact.Length == 0)
            return null;
        var text = new PassageText(body);
        if (text.PlaceOf(new TextQuote(annotation.Exact, annotation.Prefix, annotation.Suffix)) is not var (start, end))
            return null;
        var isFirst = true;
        foreach (var (node, from, to) in text.Pieces(start, end).ToList())
        {
            var mark = Wrap(node, from, to);
            if (isFirst)
                mark.Id = MarkId(annotation);
            isFirst = false;
        }

        return start;
    }

    private static IElement Wrap(IText node, int from, int to)
    {
        var middle = from > 0 ? node.Split(from) : node;
        if (to - from < middle.Length)
            middle.Split(to - from);
        var mark = node.Owner!.CreateElement("mark");
        middle.Parent!.ReplaceChild(mark, middle);
        mark.AppendChild(middle);
        return mark;
    }

    private static void SetNote(IElement body, Annotation annotation)
    {
        INode block = body.QuerySelector($"#{MarkId(annotation)}")!;
        while (block.Parent != body)
            block = block.Parent!;
        var note = body.Owner!.CreateElement("aside");
        note.ClassName = "margin-note mine";
        note.SetAttribute("aria-label", "Jouw notitie");
        note.SetAttribute("lang", "nl");
        note.TextContent = annotation.Note;
        body.InsertBefore(note, block.NextSibling);
    }
}
