namespace Kiosk.Web.Demo;

/// <summary>The dialect in which a demo source publishes its feed.</summary>
internal enum FeedDialect
{
    /// <summary>RSS 2.0 with content:encoded.</summary>
    RssWhole,

    /// <summary>RSS 2.0 with only a teaser.</summary>
    RssTeaser,

    /// <summary>RSS 1.0 (RDF) in ISO-8859-1.</summary>
    Rdf,

    /// <summary>Atom 1.0 with escaped HTML.</summary>
    Atom,

    /// <summary>Atom 1.0 with inline XHTML.</summary>
    AtomXhtml,

    /// <summary>JSON Feed 1.1.</summary>
    Json,
}
