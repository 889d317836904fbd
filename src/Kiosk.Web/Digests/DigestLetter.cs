using Kiosk.Web.Reading;

namespace Kiosk.Web.Digests;

/// <summary>One subscriber's letter, ready to be written down as HTML and as text.</summary>
public sealed record DigestLetter
{
    /// <summary>The Monday of its week.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>The day on which it goes out.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What the editors say to everybody; empty if nothing.</summary>
    public required string Introduction { get; init; }

    public required string Signature { get; init; }

    /// <summary>Topics that have something, in order.</summary>
    public required IReadOnlyList<LetterSection> Sections { get; init; }

    /// <summary>What many readers saved.</summary>
    public required IReadOnlyList<LetterPiece> Saved { get; init; }

    /// <summary>Events to come.</summary>
    public required IReadOnlyList<LetterPiece> Agenda { get; init; }

    public required LetterLinks Links { get; init; }

    public int Pieces => Sections.Sum(section => section.Pieces.Count) + Saved.Count;

    public bool IsEmpty => Pieces + Agenda.Count == 0;

    /// <summary>To read all of it; 0 if unknown.</summary>
    public int Minutes => Sections.SelectMany(section => section.Pieces).Concat(Saved).Sum(piece => piece.Card.Minutes);

    /// <summary><c>Weekbrief 48</c></summary>
    public string Name => $"Weekbrief {DigestCalendar.Number(Week)}";

    /// <summary>The piece that is worth opening the mail for, or else what it is about.</summary>
    public string Subject => $"{Name}: {Shortened((First ?? Agenda[0]).Card.Title, 80)}";

    /// <summary>Behind the subject in a list of mails: what else is in it.</summary>
    public string Preview
    {
        get
        {
            var others = Sections.SelectMany(section => section.Pieces).Where(piece => piece != First).Take(2).Select(piece => Shortened(piece.Card.Title, 60)).ToList();
            var count = DutchText.Capitalized(DutchText.InWords(Pieces)) + (Pieces == 1 ? " stuk" : " stukken");
            if (Pieces == 0)
                return "Wat er de komende weken te doen is.";
            return others.Count == 0 ? count + "." : $"En: {string.Join(". ", others.Select(title => title.TrimEnd('.', '?', '!')))}. {count}.";
        }
    }

    /// <summary><c>Zeven stukken over jouw drie onderwerpen, samen 47 minuten.</c></summary>
    public string Summary
    {
        get
        {
            var pieces = DutchText.Capitalized(DutchText.InWords(Pieces)) + (Pieces == 1 ? " stuk" : " stukken");
            var topics = Sections.Count > 1 ? $" over {DutchText.InWords(Sections.Count)} onderwerpen" : Sections.Count == 1 ? $" over {Sections[0].Name}" : "";
            return Pieces == 0 ? "Deze keer alleen agenda." : Minutes > 0 ? $"{pieces}{topics}, samen {DutchText.Count(Minutes, "minuut", "minuten")}." : $"{pieces}{topics}.";
        }
    }

    private LetterPiece? First => Sections.SelectMany(section => section.Pieces).OrderBy(piece => piece.Pick is null).Concat(Saved).FirstOrDefault();

    private static string Shortened(string title, int most)
    {
        if (title.Length <= most)
            return title;
        var cut = title.LastIndexOf(' ', most);
        return title[..(cut > most / 2 ? cut : most)].TrimEnd(',', ';', ':', '.') + "…";
    }
}

/// <summary>A topic in a letter.</summary>
/// <param name="Introduction">What the editors say of it; null if nothing.</param>
public sealed record LetterSection(string Slug, string Name, string? Introduction, string? Signature, IReadOnlyList<LetterPiece> Pieces);
