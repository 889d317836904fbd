using System.Reflection;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.Web.Api;

/// <summary>Refuses parameters that an endpoint does not have: a misspelled one that is passed over in silence gives a wrong answer.</summary>
public static class KnownParameters
{
    /// <summary>Reads the names from the endpoint itself, once.</summary>
    public static EndpointFilterDelegate Refuse(EndpointFilterFactoryContext endpoint, EndpointFilterDelegate next)
    {
        var known = endpoint.MethodInfo.GetParameters().SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        return context =>
        {
            var unknown = context.HttpContext.Request.Query.Keys.Where(key => !known.Contains(key)).ToList();
            return unknown.Count == 0
                ? next(context)
                : ValueTask.FromResult<object?>(TypedResults.ValidationProblem(
                    unknown.ToDictionary(key => key, _ => new[] { known.Count == 0 ? "This resource has no parameters." : $"Unknown. One of {string.Join(", ", known.Order(StringComparer.Ordinal))}." }), title: "Bad parameters"));
        };
    }

    private static IEnumerable<string> NamesOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<AsParametersAttribute>() is not null
            ? parameter.ParameterType.GetProperties().Select(property => property.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>()
            : parameter.GetCustomAttribute<FromQueryAttribute>()?.Name is { } name ? [name] : [];
}
