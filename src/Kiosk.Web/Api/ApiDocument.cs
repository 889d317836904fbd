using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kiosk.Web.Api;

/// <summary>The API for programs that read descriptions: OpenAPI, made from the endpoints themselves.</summary>
public static class ApiDocument
{
    /// <summary>The name of the document is the version in its address.</summary>
    public const string Path = "/api/{documentName}/openapi.json";

    private const string Name = "v1";
    private const string Scheme = "token";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = static endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "de Kiosk", Version = ApiRules.Version, Description = "News, reports, research and rulings about debt relief. Explained in Dutch at /api." };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal token, made at /mijn-kiosk/tokens." };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(static (operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Authorization.IAuthorizeData>().Any())
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            return Task.CompletedTask;
        });
    });

    /// <summary>For everybody, also for pages of other sites that show it.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi(Path).AddEndpointFilter(static (context, next) =>
    {
        context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        return next(context);
    });
}
