namespace Akka.Flink.Host.Rest;

using Akka.Flink.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

/// <summary>Answers what fails with problem details (RFC 9457): <c>detail</c> is the error's message, <c>domain</c> whose turn it
/// is.</summary>
/// <param name="log">Where what nobody expected is noted.</param>
internal sealed partial class RestProblems(ILogger log)
{
    /// <summary>The field that says whose turn it is.</summary>
    public const string DomainField = "domain";

    private const int ClientClosedRequest = 499;

    /// <summary>Takes a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">What is to be done with it.</param>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: 404 or 405, ContentType: null })
            {
                var error = RestErrors.NoRoute(context.Request.Method, context.Request.Path);
                await Answer(context, error, context.Response.StatusCode).ConfigureAwait(false);
            }
        }
        catch (BadHttpRequestException cause)
        {
            await Answer(context, cause).ConfigureAwait(false);
        }
        catch (FlinkException refused) when (refused.InnerException is BadHttpRequestException cause)
        {
            await Answer(context, cause).ConfigureAwait(false);
        }
        catch (FlinkException refused)
        {
            await Answer(context, refused, StatusOf(refused)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = ClientClosedRequest;
        }
        catch (Exception cause)
        {
            Failed(cause, context.Request.Method, context.Request.Path);
            var error = RestErrors.Unexpected($"{context.Request.Method} {context.Request.Path}", cause);
            await Answer(context, error, error.Status).ConfigureAwait(false);
        }
    }

    private static int StatusOf(FlinkException error) => error switch
    {
        RestException rest => rest.Status,
        ClusterUnavailableException => StatusCodes.Status503ServiceUnavailable,
        JobFinishedException => StatusCodes.Status409Conflict,
        { Domain: ErrorDomain.Definition } => StatusCodes.Status400BadRequest,
        { Domain: ErrorDomain.Function } => StatusCodes.Status422UnprocessableEntity,
        { Domain: ErrorDomain.External } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task Answer(HttpContext context, BadHttpRequestException cause) =>
        Answer(context, RestErrors.Unreadable((cause.InnerException ?? cause).Message), cause.StatusCode);

    private static async Task Answer(HttpContext context, FlinkException error, int status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();   // half an answer must not look like a whole one
            return;
        }

        var domain = error.Domain.ToString().ToLowerInvariant();
        await TypedResults
            .Problem(error.Message, statusCode: status, extensions: new Dictionary<string, object?> { [DomainField] = domain })
            .ExecuteAsync(context)
            .ConfigureAwait(false);
    }

    [LoggerMessage(EventId = 7401, Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private partial void Failed(Exception cause, string method, string path);
}
