using Kiosk.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Mail;

public static class MailRegistration
{
    /// <summary>Registers <see cref="Postbox"/>, <see cref="IPostman"/> and <see cref="MailServerRest"/>. Asks for <c>StorageOptions</c>.</summary>
    public static IServiceCollection AddKioskMail(this IServiceCollection services)
    {
        services.AddCheckedOptions<MailOptions>(MailOptions.Section);
        services.AddSingleton<Postbox>().AddSingleton<MailServerRest>();
        services.AddSingleton<IPostman>(services => string.IsNullOrWhiteSpace(services.GetRequiredService<IOptions<MailOptions>>().Value.Host)
            ? ActivatorUtilities.CreateInstance<Outbox>(services)
            : ActivatorUtilities.CreateInstance<SmtpPostman>(services));
        services.AddHostedService<PostRound>();
        return services;
    }
}
