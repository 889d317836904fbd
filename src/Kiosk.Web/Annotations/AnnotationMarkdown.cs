using System.Globalization;
using System.Text;
using Kiosk.Web.Citing;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Annotations;

/// <summary>What a reader marked and noted as Markdown (CommonMark): per article how it is cited, each passage as a quote with her note below it.</summary>
public static class AnnotationMarkdown
{
    /// <param name="groups">By article.</param>
    /// <param name="works">Those articles as they are cited; one that is missing is told by its title alone.</param>
    public static string Write(IEnumerable<IGrouping<long, MyAnnotation>> groups, IEnumerable<CitedWork> works)
    {
        var cited = works.ToDictionary(work => work.Id);
        var text = new StringBuilder("# Mijn aantekeningen\n");
        foreach (var group in groups)
        {
            var first = group.First();
            text.Append(CultureInfo.InvariantCulture, $"\n## [{Markdown.Line(first.Title)}]({Markdown.Address(first.Url)})\n");
            if (cited.TryGetValue(group.Key, out var work))
                text.Append(CultureInfo.InvariantCulture, $"\n{Markdown.Line(Apa.Write(work))}\n");
            foreach (var one in group)
                Append(text, one);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, MyAnnotation one)
    {
        if (one.Annotation.Exact.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{Markdown.Quote(one.Annotation.Exact)}\n");
        if (one.Annotation.Note.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{Markdown.Text(one.Annotation.Note)}\n");
    }
}
