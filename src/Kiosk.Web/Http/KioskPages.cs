using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Kiosk.Web.Accounts;
using Kiosk.Web.Alerts;
using Kiosk.Web.Annotations;
using Kiosk.Web.Api;
using Kiosk.Web.Bounces;
using Kiosk.Web.Citing;
using Kiosk.Web.Digests;
using Kiosk.Web.Editions;
using Kiosk.Web.Feeds;
using Kiosk.Web.Hosting;
using Kiosk.Web.Images;
using Kiosk.Web.Jobs;
using Kiosk.Web.Lists;
using Kiosk.Web.Manuals;
using Kiosk.Web.Offline;
using Kiosk.Web.Operations;
using Kiosk.Web.Operations.Metrics;
using Kiosk.Web.Pages.Agenda;
using Kiosk.Web.Pages.Onderwerpen;
using Kiosk.Web.Pages.Redactie.Bronbeheer;
using Kiosk.Web.Reading;
using Kiosk.Web.Suggesting;
using Kiosk.Web.Webhooks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Kiosk.Web.Http;

/// <summary>Everything that a browser or a program sees of the kiosk.</summary>
public static class KioskPages
{
    /// <summary>Asks for an <c>IDbContextFactory&lt;KioskDb&gt;</c>, a <c>SearchIndex</c>, a <c>Fetcher</c>, <c>AddSearching</c>, <c>AddDigests</c> and <c>AddKioskAccounts</c> to be registered elsewhere.</summary>
    public static IServiceCollection AddKioskPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages =>
        {
            Access.Guard(pages.Conventions);
            Crowding.Limit(pages.Conventions);
        }).AddApplicationPart(typeof(KioskPages).Assembly);
        services.AddKioskDoor();
        services.AddProblemDetails();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true; // The only secrets beside text that a visitor supplies are tokens of forms, which differ at every request.
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "application/rss+xml", "application/atom+xml", "application/feed+json", "text/x-opml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal); // The default is made for speed alone.
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict; // A number is a number, in answers and in their description.
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DutchTime>();
        services.AddSingleton<TopicCounts>();
        services.AddScoped<Icons>();
        services.AddImages();
        services.AddEditions();
        services.AddSingleton<AnnotationBook>();
        CounterCopies.Add(services);
        services.AddSingleton(typeof(Bell<>));
        services.AddSingleton<SourceDesk>();
        services.AddSuggesting();
        services.AddWebhooks();
        services.AddAlerts();
        services.AddFeeds();
        services.AddApiDocument();
        services.AddScoped<ListAccess>().AddSingleton<ListSharing>();
        return services;
    }

    /// <summary>Lays the whole pipeline, so call it before other endpoints are mapped.</summary>
    public static WebApplication MapKioskPages(this WebApplication app)
    {
        app.UseForwardedHeaders(Forwarding(app.Services.GetRequiredService<IOptions<KioskOptions>>().Value));
        app.Use(static (context, next) =>
        {
            context.RequestServices.GetRequiredService<FrontDoor>().Look(context);
            return next(context);
        });
        app.UseHostCookies();
        app.UseVisitCounter();
        app.UseTracing();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseFaults();
        app.UseBodyLimit();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseApiRules(); // Within the faults, so that these write what it refuses.
        app.UseAssets();
        app.UseRouting(); // After the faults: their page is found by routing anew.
        app.UseSameSite();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseShelfMark();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapManuals();
        app.MapTheme();
        app.MapKeys();
        app.MapOffline();
        app.MapSecurityTxt();
        app.MapAgenda();
        app.MapListFiles();
        app.MapCitations();
        app.MapKioskApi();
        app.MapApiDocument();
        app.MapHealth();
        app.MapMetrics();
        app.MapSourceList();
        app.MapImages();
        app.MapFeeds();
        app.MapDigestFeeds();
        app.MapLetterPreviews();
        app.MapBounces();
        return app;
    }

    /// <summary>Forwarded headers are believed only when they come from where a reverse proxy stands: this machine, and the networks of the settings.</summary>
    private static ForwardedHeadersOptions Forwarding(KioskOptions options)
    {
        var forwarding = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var network in options.TrustedNetworks())
            forwarding.KnownIPNetworks.Add(network);
        return forwarding;
    }
}
