using System.Collections.Frozen;

namespace Kiosk.Ingest.Cleaning;

/// <summary>What becomes of elements, by their names.</summary>
internal static class Tags
{
    /// <summary>Dropped with all that is in them: what runs, what loads, and what a form asks.</summary>
    public static readonly FrozenSet<string> Dropped = Set(
        "script style object embed applet svg math form template noscript head title meta link base frame frameset noframes noembed canvas "
        + "map area select option optgroup datalist button input textarea param source track portal progress meter colgroup col dialog rp");

    /// <summary>What starts a line of its own but says nothing more.</summary>
    public static readonly FrozenSet<string> Boundaries = Set(
        "p div section article main aside header footer nav address center hgroup fieldset legend search body html li dt dd caption thead "
        + "tbody tfoot tr td th figcaption summary marquee");

    public static readonly FrozenSet<string> TextBlocks = Set("h1 h2 h3 h4 h5 h6 pre xmp listing plaintext");

    /// <summary>Formatting elements, each with the one that means the same.</summary>
    public static readonly FrozenDictionary<string, string> Formats =
        ("a=a abbr=abbr acronym=abbr b=strong cite=cite code=code del=del em=em i=em ins=ins kbd=code mark=mark q=q s=del samp=code small=small "
        + "strike=del strong=strong sub=sub sup=sup time=time tt=code")
            .Split(' ').Select(static pair => pair.Split('=')).ToFrozenDictionary(static pair => pair[0], static pair => pair[1]);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
