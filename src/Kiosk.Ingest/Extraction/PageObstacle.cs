namespace Kiosk.Ingest.Extraction;

/// <summary>What stands between a reader and the article.</summary>
public enum PageObstacle
{
    /// <summary>A picture, a PDF, data: no web page.</summary>
    NotHtml,

    /// <summary>No bytes, or no text in them.</summary>
    Empty,

    /// <summary>Nested too deep, or too many elements, to be read with care.</summary>
    TooComplex,

    /// <summary>Asks for consent before it shows anything.</summary>
    CookieWall,

    /// <summary>Shows the beginning to those who do not pay.</summary>
    Paywall,

    /// <summary>Asks for a name and password.</summary>
    Login,

    /// <summary>Says that the page is not there, or does not work, whatever the status said.</summary>
    ErrorPage,

    /// <summary>Wants to see first that it talks to a person.</summary>
    RobotCheck,

    /// <summary>Holds nothing until a script has filled it.</summary>
    NeedsScript,

    /// <summary>A list, a form, a player: no text to read.</summary>
    NoArticle,
}
