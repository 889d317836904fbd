namespace Kiosk.Data.Editions;

/// <summary>What a reader said of a piece.</summary>
public sealed class Judgement
{
    public Guid UserId { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    public Verdict Verdict { get; set; }

    /// <summary>Set for <see cref="Verdict.NietNuttig"/> only.</summary>
    public Objection? Objection { get; set; }

    public DateTimeOffset JudgedAt { get; set; }
}

public enum Verdict
{
    /// <summary>More of this.</summary>
    Meer,

    /// <summary>Less of this.</summary>
    Minder,

    /// <summary>Of no use, for a reason.</summary>
    NietNuttig,
}

/// <summary>Why a piece was of no use. The Dutch words stand so in the database and forms.</summary>
public enum Objection
{
    /// <summary>She knew it already.</summary>
    Bekend,

    /// <summary>It is not about her work.</summary>
    NietMijnWerk,

    /// <summary>It says too little.</summary>
    Oppervlakkig,

    Verouderd,

    Onjuist,

    Reclame,
}
