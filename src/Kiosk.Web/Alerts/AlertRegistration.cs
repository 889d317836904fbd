namespace Kiosk.Web.Alerts;

public static class AlertRegistration
{
    /// <summary>Alerts of readers. Asks for <c>AddDigests</c>, <c>AddKioskMail</c> and a <c>SearchIndex</c>.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services) =>
        services.AddSingleton<AlertClock>().AddSingleton<WaitingAlerts>().AddSingleton<AlertFollower>().AddSingleton<AlertMail>().AddSingleton<AlertPost>().AddSingleton<AlertRound>().AddSingleton<AlertBook>();
}
