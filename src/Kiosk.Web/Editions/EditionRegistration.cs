namespace Kiosk.Web.Editions;

public static class EditionRegistration
{
    /// <summary>What readers' editions need. Asks for an <c>IDbContextFactory&lt;KioskDb&gt;</c>, a <c>SearchIndex</c> and <c>DutchTime</c>.</summary>
    public static IServiceCollection AddEditions(this IServiceCollection services) => services
        .AddSingleton<EditionBook>().AddSingleton<CandidatePool>().AddSingleton<Judging>().AddSingleton<ReadingHistory>().AddSingleton<Following>();
}
