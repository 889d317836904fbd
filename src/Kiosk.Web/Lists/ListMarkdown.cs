using System.Globalization;
using System.Text;
using Kiosk.Web.Citing;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Lists;

/// <summary>A list as Markdown (CommonMark), with notes as quotes and each article cited.</summary>
public static class ListMarkdown
{
    /// <param name="list">What is written.</param>
    /// <param name="works">Its articles as they are cited.</param>
    public static string Write(ListView list, IReadOnlyList<CitedWork> works)
    {
        var cited = works.ToDictionary(work => work.Id);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Markdown.Line(list.Title)}\n");
        if (list.Description.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{Markdown.Text(list.Description)}\n");
        foreach (var section in list.Sections)
        {
            if (section.Key.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"\n## {Markdown.Line(section.Key)}\n");
            foreach (var article in section.Where(article => cited.ContainsKey(article.Card.Id)))
                Append(text, article, cited[article.Card.Id]);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ListedArticle article, CitedWork work)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### [{Markdown.Line(work.Title)}]({Markdown.Address(work.Url)})\n\n{Markdown.Line(Apa.Write(work))}\n");
        if (article.Card.Lead.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{Markdown.Text(article.Card.Lead)}\n");
        if (article.Note.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n{Markdown.Quote(article.Note)}\n");
    }
}
