using Kiosk.Web.Mail;

namespace Kiosk.Web.Lists;

/// <summary>What the kiosk writes to people about lists.</summary>
public static class ListLetters
{
    public static Letter Shared(string to, string who, string title, Uri link) => new(to, $"{who} deelt een bundel met je in de Kiosk",
        ["Hallo,", $"{who} deelt de bundel ‘{title}’ met je. Je vindt hem ook in de Kiosk onder Bundels."], (link, "Open de bundel"), []);
}
