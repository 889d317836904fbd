using System.Globalization;
using System.Text;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Digests.Writing;

/// <summary>A letter as plain text, to be read as such: short lines, addresses on a line of their own.</summary>
public static class LetterText
{
    private const int Width = 72;

    public static string Write(DigestLetter letter, LetterFoot foot)
    {
        var text = new StringBuilder(8 * 1024);
        Line(text, $"DE KIOSK, {letter.Name.ToLowerInvariant()}, {DutchTime.WeekdayDate(letter.Day)}");
        Line(text, new string('=', Width));
        Blank(text);
        if (letter.Introduction.Length > 0)
            Voice(text, letter.Introduction, letter.Signature);
        Wrapped(text, letter.Summary, "");
        Line(text, letter.Links.Web);
        foreach (var section in letter.Sections)
        {
            Heading(text, section.Name);
            if (section.Introduction is { } introduction)
                Voice(text, introduction, section.Signature);
            foreach (var piece in section.Pieces)
                Piece(text, letter, piece);
            Line(text, $"Geen stukken meer over {section.Name}:");
            Line(text, letter.Links.Without(section.Slug));
        }

        Extras(text, letter);
        Foot(text, letter, foot);
        return text.ToString();
    }

    private static void Piece(StringBuilder text, DigestLetter letter, LetterPiece piece)
    {
        Wrapped(text, piece.Card.Title, "* ", "  ");
        Wrapped(text, LetterWords.Source(piece) + (piece.ValidFrom is { } from ? $" · geldt vanaf {DutchTime.Date(from)}" : ""), "  ");
        if (piece.Pick is { } pick)
            Wrapped(text, $"“{pick.Quote}” {pick.Signature}", "  > ");
        if (piece.Lead.Length > 0)
            Wrapped(text, piece.Lead, "  ");
        if (LetterWords.AlsoAt(piece) is { } also)
            Wrapped(text, also, "  ");
        Line(text, "  " + letter.Links.Article(piece.Card));
        Blank(text);
    }

    private static void Extras(StringBuilder text, DigestLetter letter)
    {
        if (letter.Saved.Count > 0)
        {
            Heading(text, "Veel bewaard door lezers van de kiosk");
            foreach (var piece in letter.Saved)
                Piece(text, letter, piece);
        }

        if (letter.Agenda.Count == 0)
            return;
        Heading(text, "In de agenda");
        foreach (var found in letter.Agenda)
        {
            Wrapped(text, found.Card.Title, "* ", "  ");
            Wrapped(text, LetterWords.When(found), "  ");
            Line(text, "  " + letter.Links.Article(found.Card));
            Blank(text);
        }
    }

    private static void Foot(StringBuilder text, DigestLetter letter, LetterFoot foot)
    {
        Heading(text, "Je bent bij");
        Wrapped(text, LetterWords.Why(foot), "");
        Blank(text);
        Line(text, "Pas onderwerpen of dag aan:");
        Line(text, letter.Links.Preferences);
        Line(text, "Meld je af:");
        Line(text, letter.Links.Leave);
        if (foot.Publisher is { } publisher)
        {
            Blank(text);
            Wrapped(text, publisher, "");
        }
    }

    private static void Heading(StringBuilder text, string name)
    {
        Blank(text);
        Blank(text);
        Line(text, name.ToUpper(CultureInfo.InvariantCulture));
        Line(text, new string('-', Math.Min(Width, name.Length)));
        Blank(text);
    }

    private static void Voice(StringBuilder text, string words, string? signature)
    {
        foreach (var paragraph in words.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
            Wrapped(text, paragraph, "> ");
        if (!string.IsNullOrEmpty(signature))
            Line(text, "> " + signature);
        Blank(text);
    }

    private static void Wrapped(StringBuilder text, string words, string indent) => Wrapped(text, words, indent, indent);

    private static void Wrapped(StringBuilder text, string words, string first, string indent)
    {
        var line = new StringBuilder(first);
        var isEmpty = true;
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                Line(text, line.ToString());
                line.Clear().Append(indent);
                isEmpty = true;
            }

            if (!isEmpty)
                line.Append(' ');
            line.Append(word);
            isEmpty = false;
        }

        Line(text, line.ToString());
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\r\n");

    private static void Blank(StringBuilder text) => text.Append("\r\n");
}
