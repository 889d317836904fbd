namespace Kiosk.Ingest.Extraction.Obstacles;

/// <summary>What an operator reads about a page that cannot be stored.</summary>
internal static class Refusal
{
    /// <summary>The article with the reason why it is none.</summary>
    /// <param name="obstacle">What was found.</param>
    /// <param name="read">What could be read all the same; of a page that pays for its text the beginning is kept, of others only what is about it.</param>
    public static ExtractedArticle Of(PageObstacle obstacle, ExtractedArticle? read = null)
    {
        read ??= new ExtractedArticle();
        var keepsText = obstacle is PageObstacle.Paywall or PageObstacle.NoArticle;
        return read with { Obstacle = obstacle, Problem = Sentence(obstacle), Html = keepsText ? read.Html : "", Text = keepsText ? read.Text : "" };
    }

    private static string Sentence(PageObstacle obstacle) => obstacle switch
    {
        PageObstacle.NotHtml => "Dit is geen webpagina.",
        PageObstacle.Empty => "De pagina is leeg.",
        PageObstacle.TooComplex => "De pagina zit te ingewikkeld in elkaar om veilig te lezen.",
        PageObstacle.CookieWall => "De site vraagt eerst toestemming voor cookies en laat het artikel niet zien.",
        PageObstacle.Paywall => "Alleen het begin van het artikel is gratis; voor de rest moet je betalen.",
        PageObstacle.Login => "De site laat het artikel pas zien als je inlogt.",
        PageObstacle.ErrorPage => "De site zegt dat de pagina er niet is of dat er iets mis is.",
        PageObstacle.RobotCheck => "De site wil eerst weten of je een mens bent.",
        PageObstacle.NeedsScript => "De pagina is leeg tot er een script draait; er is geen tekst te lezen.",
        _ => "Op deze pagina staat geen artikel.",
    };
}
