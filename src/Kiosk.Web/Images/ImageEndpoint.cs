using Kiosk.Data;
using Kiosk.Data.Storage;
using Kiosk.Ingest.Fetching;
using Kiosk.Web.Accounts;
using Kiosk.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Images;

/// <summary>Answers <c>/beeld/…</c>.</summary>
public static class ImageEndpoint
{
    private const string AMonth = "public, max-age=2592000, immutable";
    private const string AWhile = "public, max-age=600";
    private const int TellingBytes = 16;

    /// <summary>Asks for a <see cref="Fetcher"/> and an archive to be registered elsewhere.</summary>
    public static IServiceCollection AddImages(this IServiceCollection services)
    {
        services.AddSingleton(services => new ImageLinks(ArchiveSecret.Of(services.GetRequiredService<IDbContextFactory<KioskDb>>(), ArchiveProperty.ImageKey)));
        services.AddSingleton(services => new ImageStore(
            Path.Combine(services.GetRequiredService<StorageOptions>().DataDirectory, "images"),
            services.GetRequiredService<IOptions<KioskOptions>>().Value.ImageCacheMegabytes * 1024L * 1024,
            services.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ImageProxy>();
        return services;
    }

    public static void MapImages(this IEndpointRouteBuilder routes) => routes.MapGet(ImageLinks.Path + "/{signature}/{address}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(string signature, string address, ImageLinks links, ImageProxy proxy, HttpContext http, CancellationToken cancellation)
    {
        // A missing picture is no page that a person asked for.
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        if (links.Read(signature, address) is not { } original)
            return TypedResults.NotFound();
        var picture = await proxy.OpenAsync(original, cancellation);
        http.Response.Headers.CacheControl = picture is null ? AWhile : AMonth;
        return picture is null ? TypedResults.NotFound() : TypedResults.Stream(picture, await TypeOfAsync(picture, cancellation));
    }

    /// <summary>The type is read from the file again, so that what is served is never more than what these bytes are.</summary>
    private static async Task<string> TypeOfAsync(FileStream picture, CancellationToken cancellation)
    {
        var start = new byte[Math.Min(picture.Length, TellingBytes)];
        await picture.ReadExactlyAsync(start, cancellation);
        picture.Position = 0;
        return ImageHeader.TypeOf(start) ?? "application/octet-stream";
    }
}
