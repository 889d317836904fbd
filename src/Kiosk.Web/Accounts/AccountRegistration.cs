using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Storage;
using Kiosk.Web.Api.Tokens;
using Kiosk.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Accounts;

public static class AccountRegistration
{
    /// <summary>What every command needs to keep accounts. Asks for <c>AddKioskData</c>.</summary>
    public static IServiceCollection AddKioskAccounts(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("kiosk");
        services.AddSingleton<ArchiveKeys>().AddOptions<KeyManagementOptions>().Configure<ArchiveKeys>((keys, archive) => keys.XmlRepository = archive);
        services.TryAddScoped(services => services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContext());
        services.AddIdentityCore<User>(Configure)
            .AddUserStore<UserStore>()
            .AddErrorDescriber<DutchIdentityErrors>()
            .AddPasswordValidator<PasswordRules>();
        services.AddSingleton<PublicAddress>().AddSingleton<AccountLinks>().AddSingleton<Sessions>().AddSingleton<Erasure>().AddSingleton<PersonalExport>().AddSingleton<FirstOperator>().AddSingleton<Operators>().AddScoped<Newcomers>();
        return services;
    }

    /// <summary>What pages need on top of that: signing in, and who may go where.</summary>
    public static IServiceCollection AddKioskDoor(this IServiceCollection services)
    {
        new IdentityBuilder(typeof(User), services).AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                Shape(cookie, "kiosk-sessie", Sessions.Lifetime);
                cookie.LoginPath = "/inloggen";
                cookie.ReturnUrlParameter = "terug";
                cookie.SlidingExpiration = true;
                cookie.EventsType = typeof(SessionCookie);
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie => Shape(cookie, "kiosk-stap", TimeSpan.FromMinutes(10)))
            .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, configureOptions: null);
        services.AddSingleton<ApiTokens>().AddSingleton<TokenPace>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ResidentKeyRequirement = "required"; // It must be found without a name being typed first.
            passkeys.UserVerificationRequirement = "required"; // Which makes it two proofs in one.
        });
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<KioskOptions>>((passkeys, kiosk) =>
            passkeys.ServerDomain = kiosk.Value.Address is { } address ? new Uri(address).Host : null);
        services.AddCrowding();
        services.AddScoped<SessionCookie>().AddScoped<Door>();
        services.AddAuthorization(static options =>
        {
            Access.Define(options);
            TokenScheme.Define(options);
        });
        services.AddSingleton<IAuthorizationHandler, SecondFactorHandler>().AddSingleton<IAuthorizationHandler, FreshProofHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Turnstile>();
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "kiosk-formulier";
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forgery.Cookie.SameSite = SameSiteMode.Lax;
            forgery.Cookie.Path = "/";
            forgery.SuppressXFrameOptionsHeader = true; // The content security policy says it.
        });
        return services;
    }

    private static void Shape(CookieAuthenticationOptions options, string name, TimeSpan lasts)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = lasts;
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = ""; // The user name is the address, which EmailAddress reads.
        identity.Password.RequiredLength = PasswordRules.Shortest;
        identity.Password.RequiredUniqueChars = 5;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }
}
