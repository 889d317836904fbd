using System.Collections.Frozen;

namespace Kiosk.Web.Pages.Redactie.Logboek;

/// <summary>What acts keep, in the words of editors. What has no word here is shown as it is kept.</summary>
internal static class LogWords
{
    /// <summary>By the name in the JSON; an empty word leaves the property out.</summary>
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["fields"] = "",
        ["value"] = "",
        ["title"] = "kop",
        ["lead"] = "inleiding",
        ["published"] = "datum",
        ["authors"] = "auteurs",
        ["body"] = "tekst",
        ["byHand"] = "van de redactie",
        ["state"] = "zicht",
        ["reason"] = "reden",
        ["inboxAt"] = "in het postvak sinds",
        ["keptOut"] = "blijft weg",
        ["quote"] = "citaat",
        ["signature"] = "naam",
        ["startsOn"] = "eerste dag",
        ["endsOn"] = "laatste dag",
        ["article"] = "stuk",
        ["topics"] = "onderwerpen",
        ["ids"] = "",
        ["story"] = "verhaal",
        ["others"] = "samen met",
        ["isMerged"] = "opgegaan in het andere stuk",
        ["keepTitle"] = "andere stuk",
        ["stands"] = "staat erin",
        ["answer"] = "antwoord",
        ["counts"] = "telt mee",
        ["reviewed"] = "eerst de redactie",
        ["description"] = "beschrijving",
        ["dossier"] = "",
        ["isPublic"] = "voor iedereen",
        ["entries"] = "stukken",
        ["cover"] = "omslag",
        ["mark"] = "woord",
        ["hue"] = "kleur",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Values = new Dictionary<string, string>
    {
        ["visible"] = "zichtbaar",
        ["waiting"] = "wacht op de redactie",
        ["hidden"] = "afgewezen",
        ["withdrawn"] = "ingetrokken",
        ["merged"] = "opgegaan in een ander stuk",
    }.ToFrozenDictionary();

    /// <summary>The words for a path of names; empty if it is not to be shown.</summary>
    public static string Name(string path) =>
        string.Join(' ', path.Split(' ').Select(name => Names.GetValueOrDefault(name, name)).Where(word => word.Length > 0));

    public static string Value(string value) => Values.GetValueOrDefault(value, value);
}
