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

    private static OpenApiParameter IfMatch => new()
    {
        Name = "If-Match",
        In = ParameterLocation.Header,
        Required = true,
        Description = "The ETag of what is changed, as it was read. Without it the answer is 428; 412 if somebody changed it in between.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    /// <summary>Whatever goes wrong (RFC 9457).</summary>
    private static OpenApiResponse Problem => new()
    {
        Description = "A problem: status and title say what kind, detail says what to do about it.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "status" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                        ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "By which the operator finds it in the log." },
                        ["errors"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Object,
                            Description = "What is wrong, by field or parameter.",
                            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
                        },
                    },
                },
            },
        },
    };

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
            var endpoint = context.Description.ActionDescriptor.EndpointMetadata;
            if (endpoint.OfType<Microsoft.AspNetCore.Authorization.IAuthorizeData>().Any())
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            if (endpoint.OfType<AsksForTag>().Any())
                (operation.Parameters ??= []).Add(IfMatch);
            operation.OperationId = NameOf(context.Description.HttpMethod!, context.Description.RelativePath!);
            (operation.Responses ??= [])["default"] = Problem;
            return Task.CompletedTask;
        });
    });

    /// <summary>For programs that make code of it: <c>get-link-suggestions-id</c>.</summary>
    private static string NameOf(string method, string path) =>
        string.Join('-', path["api/v1/".Length..].Split('/', '{', '}', ':').Where(part => part is not ("" or "long")).Prepend(method.ToLowerInvariant()));

    /// <summary>For everybody, also for pages of other sites that show it.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi(Path).AddEndpointFilter(static (context, next) =>
    {
        context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        return next(context);
    });
}
