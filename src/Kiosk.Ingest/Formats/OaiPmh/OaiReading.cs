namespace Kiosk.Ingest.Formats.OaiPmh;

/// <summary>An answer of an OAI-PMH 2.0 repository to any of its verbs; what the verb does not give is empty.</summary>
public sealed record OaiReading
{
    /// <summary>The records, in their order, deleted ones left out.</summary>
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>OAI identifiers of records that the repository has deleted.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>How to ask for the rest of the list; null if this is the end.</summary>
    public OaiToken? Token { get; init; }

    /// <summary>Of Identify; null for other verbs.</summary>
    public OaiIdentity? Identity { get; init; }

    /// <summary>Of ListMetadataFormats: the prefixes.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>Of ListSets.</summary>
    public IReadOnlyList<OaiSet> Sets { get; init; } = [];

    /// <summary>The repository's error code, for instance <c>badResumptionToken</c>; null if there is none. <see cref="OaiErrors.NoRecordsMatch"/>
    /// is an empty list and no <see cref="Problem"/>.</summary>
    public string? Error { get; init; }

    /// <summary>The repository's own clock; null if it does not tell.</summary>
    public DateTimeOffset? RespondedAt { get; init; }

    /// <summary>In Dutch, for people; null if all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>In Dutch: what had to be repaired or left out; null if nothing.</summary>
    public string? Remark { get; init; }
}

/// <summary>How to go on with a list.</summary>
/// <param name="Value">To be sent back as it is.</param>
/// <param name="CompleteListSize">Records in the whole list; null if unknown.</param>
/// <param name="Cursor">Records before this page; null if unknown.</param>
/// <param name="ExpiresAt">After this the token is worth nothing; null if unknown.</param>
public sealed record OaiToken(string Value, int? CompleteListSize, int? Cursor, DateTimeOffset? ExpiresAt);

/// <summary>What a repository says of itself.</summary>
/// <param name="Name">Null if it has none.</param>
/// <param name="HasDayGranularity">True if it wants dates without a time.</param>
/// <param name="Earliest">The oldest datestamp; null if unknown.</param>
public sealed record OaiIdentity(string? Name, bool HasDayGranularity, DateTimeOffset? Earliest);

/// <summary>A part of a repository that can be harvested by itself.</summary>
public sealed record OaiSet(string Spec, string? Name);

/// <summary>The error codes of OAI-PMH 2.0 (section 3.6) that a harvester acts on.</summary>
public static class OaiErrors
{
    public const string BadArgument = "badArgument";
    public const string BadResumptionToken = "badResumptionToken";
    public const string CannotDisseminateFormat = "cannotDisseminateFormat";
    public const string NoRecordsMatch = "noRecordsMatch";
}
