namespace Akka.Flink.Host.Rest;

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

/// <summary>Lets through what may use the REST API: whoever has the token, or, where there is none, programs of this host.</summary>
/// <param name="token">The token, or <see langword="null"/>.</param>
/// <remarks>Without a token the API is on loopback only. A page in this host's browser can reach that, too: by a name of its own that it
/// has resolve to 127.0.0.1, or by a request that needs no consent. So the host must be one of this host's own names, and there must be no
/// origin.</remarks>
internal sealed class RestGuard(string? token)
{
    /// <summary>Below it, nobody is asked for a token: what watches a node need not have one.</summary>
    public const string HealthPath = "/health";

    private const string Scheme = "Bearer ";

    private readonly byte[]? _expected = token is null ? null : HashOf(token);

    /// <summary>Takes a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">What is to be done with it.</param>
    /// <exception cref="RestException">It is refused.</exception>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(HealthPath, StringComparison.Ordinal))
            return next(context);

        if (_expected is null)
            CheckOrigin(context.Request);
        else
            CheckToken(context, _expected);
        return next(context);
    }

    private static void CheckOrigin(HttpRequest request)
    {
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin)
            throw RestErrors.FromElsewhere(origin);
        if (request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]") && !System.Net.IPAddress.TryParse(request.Host.Host, out _))
            throw RestErrors.FromElsewhere(request.Host.Host);
    }

    // Hashes are of one length, so how long the comparison takes says nothing.
    private static void CheckToken(HttpContext context, byte[] expected)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var isMissing = !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
        if (!isMissing && CryptographicOperations.FixedTimeEquals(HashOf(header[Scheme.Length..].Trim()), expected))
            return;

        context.Response.Headers.WWWAuthenticate = "Bearer";
        throw RestErrors.WrongToken(isMissing);
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
