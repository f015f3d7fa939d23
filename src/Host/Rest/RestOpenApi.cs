namespace Akka.Flink.Host.Rest;

using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

/// <summary>What the OpenApi document says beside the routes.</summary>
internal static class RestOpenApi
{
    private const string SchemeName = "token";

    /// <summary>The version of Akka.Flink.</summary>
    public static string Version { get; } =
        typeof(RestOpenApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Adds it.</summary>
    /// <param name="options">How the document is written.</param>
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new OpenApiInfo
        {
            Title = "Akka.Flink",
            Version = Version,
            Description = "Runs jobs on a cluster. Errors are problem details (RFC 9457): 'detail' says what happened and what to do. " +
                "Where the node has a token, all but /health wants it.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[SchemeName] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeName, document)] = [] }];
        return Task.CompletedTask;
    });
}
