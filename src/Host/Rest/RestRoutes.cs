namespace Akka.Flink.Host.Rest;

using System.Text.RegularExpressions;
using Akka.Flink.Runtime;
using Akka.Flink.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

/// <summary>The routes of the REST API. What they do is done by the job manager, the artifact store and the node.</summary>
internal static partial class RestRoutes
{
    /// <summary>Adds them.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="maxArtifactBytes">The largest archive that is taken.</param>
    public static void Map(IEndpointRouteBuilder routes, long maxArtifactBytes)
    {
        MapArtifacts(routes, maxArtifactBytes);
        MapJobs(routes);
        MapNodes(routes);
        MapHealth(routes);
    }

    private static void MapArtifacts(IEndpointRouteBuilder routes, long maxArtifactBytes)
    {
        routes.MapMethods("/artifacts/{hash}", [HttpMethods.Head], HasArtifact)
            .Says("hasArtifact", "Whether an archive has been uploaded")
            .Produces(StatusCodes.Status200OK);
        routes.MapPut("/artifacts/{hash}", PutArtifact)
            .Says("putArtifact", "Uploads an archive of a program's assemblies, named by its SHA-256")
            .Accepts<Stream>("application/octet-stream")
            .Produces(StatusCodes.Status204NoContent)
            .WithMetadata(new MaxBody(maxArtifactBytes));
    }

    private static void MapJobs(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/jobs", async (SubmitRequest request, IJobSubmitter jobs, CancellationToken cancellation) =>
            {
                CheckNames(request);
                var answer = await jobs.SubmitAsync(request, cancellation).ConfigureAwait(false);
                return TypedResults.Created($"/jobs/{answer.Id}", answer);
            })
            .Says("submitJob", "Runs a program whose archive has been uploaded, or goes on with its job");
        routes.MapGet("/jobs", (IClusterClient cluster, CancellationToken cancellation) => cluster.ListAsync(cancellation))
            .Says("listJobs", "All jobs");
        routes.MapGet("/jobs/{job}", async (string job, IClusterClient cluster, CancellationToken cancellation) =>
                JobAnswer.Of(await OfJob(job, cluster, id => cluster.StatusAsync(id, cancellation), cancellation).ConfigureAwait(false)))
            .Says("getJob", "A job, by its id or name, with the reason when it does not progress");
        routes.MapPost("/jobs/{job}/cancel", (string job, IClusterClient cluster, CancellationToken cancellation) =>
                Order(job, cluster, id => cluster.CancelAsync(id, cancellation), cancellation))
            .Says("cancelJob", "Ends a job without a last checkpoint");
        MapSavepoints(routes);
        routes.MapPost("/jobs/{job}/rescale",
            (string job, RescaleRequest request, IClusterClient cluster, CancellationToken cancellation) =>
                request.Parallelism is < 1 or > KeyGroupRange.MaxKeyGroups
                    ? throw RestErrors.WrongParallelism(request.Parallelism, KeyGroupRange.MaxKeyGroups)
                    : Order(job, cluster, id => cluster.RescaleAsync(id, request.Parallelism, request.Uid, cancellation), cancellation))
            .Says("rescaleJob", "Gives a job, or one of its operators, another parallelism");
    }

    private static void MapSavepoints(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/jobs/{job}/stop", (string job, StopRequest? request, IClusterClient cluster, CancellationToken cancellation) =>
                Save(job, cluster, id => StopAsync(id, request ?? new StopRequest(), cluster, cancellation), cancellation))
            .Says("stopJob", "Ends a job with a last checkpoint, from which it goes on when it is submitted again, or with a savepoint");
        routes.MapPost("/jobs/{job}/savepoints",
                (string job, SavepointRequest? request, IClusterClient cluster, CancellationToken cancellation) => Save(
                    job, cluster,
                    id => cluster.SaveAsync(new ClusterProtocol.SaveJob(id, true, request?.Directory, false, false), cancellation),
                    cancellation))
            .Says("takeSavepoint", "Takes a savepoint of a job, which goes on");
        routes.MapGet("/jobs/{job}/savepoints", (string job, IClusterClient cluster, CancellationToken cancellation) =>
                OfJob(job, cluster, id => cluster.SavepointsAsync(id, cancellation), cancellation))
            .Says("listSavepoints", "The last savepoints of a job that were asked for, the oldest first");
    }

    private static async Task<string?> StopAsync(
        string job, StopRequest request, IClusterClient cluster, CancellationToken cancellation)
    {
        if (request.Directory is not null && !request.Savepoint)
            throw RestErrors.DirectoryWithoutSavepoint(request.Directory);
        if (request.Savepoint || request.Drain)
        {
            var save = new ClusterProtocol.SaveJob(job, request.Savepoint, request.Directory, Stop: true, request.Drain);
            return await cluster.SaveAsync(save, cancellation).ConfigureAwait(false);
        }

        await cluster.StopAsync(job, cancellation).ConfigureAwait(false);
        return null;
    }

    private static async Task<Accepted<SavepointAnswer>> Save(
        string job, IClusterClient cluster, Func<string, Task<string?>> give, CancellationToken cancellation) =>
        TypedResults.Accepted(
            (string?)null, new SavepointAnswer(await OfJob(job, cluster, give, cancellation).ConfigureAwait(false)));

    private static void MapNodes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/nodes", (IClusterClient cluster, CancellationToken cancellation) => cluster.NodesAsync(cancellation))
            .Says("listNodes", "All nodes");
        routes.MapPost("/nodes/{node}/leave", (string node, IClusterClient cluster, CancellationToken cancellation) =>
                Order(cluster.LeaveAsync(Decoded(node), cancellation)))
            .Says("leaveNode", "Lets a node, 'host:port', leave the cluster; its jobs are moved first");
    }

    private static void MapHealth(IEndpointRouteBuilder routes)
    {
        routes.MapGet(RestGuard.HealthPath + "/live", (INodeHealth health) => Answer(health.IsLive(out var reason), reason))
            .Says("isLive", "Whether this node can go on")
            .Produces<HealthAnswer>()
            .Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
        routes.MapGet(RestGuard.HealthPath + "/ready", (INodeHealth health) => Answer(health.IsReady(out var reason), reason))
            .Says("isReady", "Whether this node is up in its cluster")
            .Produces<HealthAnswer>()
            .Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> HasArtifact(string hash, ArtifactStore artifacts, CancellationToken cancellation)
    {
        Check(hash);
        return await artifacts.HasAsync(hash, cancellation).ConfigureAwait(false) ? TypedResults.Ok() : throw RestErrors.NoArtifact(hash);
    }

    private static async Task<IResult> PutArtifact(
        string hash, HttpRequest request, ArtifactStore artifacts, CancellationToken cancellation)
    {
        Check(hash);
        await artifacts.PutAsync(hash, request.Body, cancellation).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<Accepted> Order(Task order)
    {
        await order.ConfigureAwait(false);
        return TypedResults.Accepted((string?)null);
    }

    private static Task<Accepted> Order(string job, IClusterClient cluster, Func<string, Task> give, CancellationToken cancellation) =>
        Order(OfJob(
            job,
            cluster,
            async id =>
            {
                await give(id).ConfigureAwait(false);
                return true;
            },
            cancellation));

    // That there is no such job comes as a refusal like others; only the list of jobs tells them apart.
    private static async Task<T> OfJob<T>(string job, IClusterClient cluster, Func<string, Task<T>> ask, CancellationToken cancellation)
    {
        var id = Decoded(job);
        try
        {
            return await ask(id).ConfigureAwait(false);
        }
        catch (JobException refused) when (refused.Domain == ErrorDomain.Definition)
        {
            var jobs = await cluster.ListAsync(cancellation).ConfigureAwait(false);
            if (jobs.Any(each => each.Id == id || each.Name == id))
                throw;
            throw RestException.Said(refused.Domain, StatusCodes.Status404NotFound, refused.Message);
        }
    }

    private static IResult Answer(bool isOk, string reason) => TypedResults.Json(
        new HealthAnswer(isOk, reason), statusCode: isOk ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    // The server leaves a slash within a part of a path as it was sent.
    private static string Decoded(string part) => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static void Check(string hash)
    {
        if (!Hash().IsMatch(hash))
            throw RestErrors.NoHash(hash);
    }

    private static void CheckNames(SubmitRequest request)
    {
        Check(request.Artifact);
        if (request.Assembly.Length == 0 || Path.GetFileName(request.Assembly) != request.Assembly || request.Assembly.Contains('\\'))
            throw RestErrors.NotAName("assembly", request.Assembly);
    }

    private static RouteHandlerBuilder Says(this RouteHandlerBuilder route, string name, string summary) => route
        .WithName(name)
        .WithSummary(summary)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hash();

    private sealed record MaxBody(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
