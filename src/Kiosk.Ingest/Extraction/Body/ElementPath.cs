using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>Names an element as a selector would: <c>main > div.article-body</c>.</summary>
internal static class ElementPath
{
    private const int LongestName = 60;

    public static string Of(IElement element) => element.ParentElement is { LocalName: not ("body" or "html") } parent ? $"{Name(parent)} > {Name(element)}" : Name(element);

    private static string Name(IElement element)
    {
        var name = element.LocalName;
        if (element.Id is { Length: > 0 } id)
            name += "#" + id;
        else if (element.ClassName is { Length: > 0 } classes)
            name += "." + classes.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return name.Length > LongestName ? name[..LongestName] : name;
    }
}
