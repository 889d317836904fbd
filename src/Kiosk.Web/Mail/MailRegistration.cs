using Microsoft.Extensions.Options;

namespace Kiosk.Web.Mail;

public static class MailRegistration
{
    /// <summary>Registers <see cref="Postbox"/>, <see cref="IPostman"/> and <see cref="MailServerRest"/>. Asks for <c>StorageOptions</c>.</summary>
    public static IServiceCollection AddKioskMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddSingleton<Postbox>().AddSingleton<MailServerRest>();
        services.AddSingleton<IPostman>(services => string.IsNullOrWhiteSpace(services.GetRequiredService<IOptions<MailOptions>>().Value.Host)
            ? ActivatorUtilities.CreateInstance<Outbox>(services)
            : ActivatorUtilities.CreateInstance<SmtpPostman>(services));
        services.AddHostedService<PostRound>();
        return services;
    }
}
