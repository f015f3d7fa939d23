namespace Akka.Flink.Host.Embedded;

using Akka.Flink.Host.Logging;
using Akka.Flink.Host.Output;
using Akka.Flink.Operators;
using Akka.Flink.Runtime;

/// <summary>Runs the jobs of a program on an engine in its process, and shows them.</summary>
/// <param name="options">How the program was started.</param>
/// <param name="configuration">What is configured.</param>
/// <param name="pipeline">What the configuration says of the program's jobs.</param>
/// <param name="host">What it says of the node.</param>
internal sealed class EmbeddedExecutor(
    EngineOptions options, FlinkConfiguration configuration, PipelineSettings pipeline, HostSettings host) : IJobExecutor
{
    private readonly TimeProvider _clock = TimeProvider.System;

    public async Task<JobExecutionResult> ExecuteAsync(JobGraph graph, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);

        var settings = JobSettings.From(new SettingsReader(configuration), graph.CheckpointInterval, graph.CheckpointingMode);
        var id = JobIds.Of(pipeline.JobId, graph.Name, options.Program, options.Arguments);
        CheckSavepoints(graph, settings);
        var submission = new JobSubmission(id, graph, settings, options.Restart)
        {
            Savepoint = settings.Recovery.Path is { } path ? SavepointDirectory.Open(path, settings.Recovery.IgnoresUnclaimed) : null,
        };
        using var logging = new LineLoggerFactory(LineLoggerFactory.LevelOf(host.LogLevel), _clock);
        var operators = WatchedOperator.Of(graph);
        var viewer = new JobViewer(graph.Name, operators, _clock.GetUtcNow(), submission.Settings.Checkpoints.Interval is not null);
        JobOutcome outcome;
        await using (var node = EmbeddedNode.Start(configuration, host, submission, logging, _clock))
        {
            var client = await node.SubmitAsync(submission).ConfigureAwait(false);
            outcome = await WatchAsync(client, submission, viewer, logging, cancellationToken).ConfigureAwait(false);
        }

        var sources = operators.Where(each => each.IsSource).Select(each => each.Uid).ToList();
        var results = graph.Nodes.Select(node => node.ResultLocation).OfType<string>().ToList();
        foreach (var line in Summary.Of(outcome, viewer.View, sources, results))
            Console.Error.WriteLine(line);
        return Conclude(outcome, graph.Name, cancellationToken);
    }

    private static void CheckSavepoints(JobGraph graph, JobSettings settings)
    {
        var checkpoints = settings.Checkpoints;
        if (checkpoints.Interval is null && (settings.Recovery.Path is not null || checkpoints.SavepointAtStop))
            throw SavepointErrors.NeedsCheckpoints(graph.Name);
        if (checkpoints is { SavepointAtStop: true, SavepointDirectory: null })
            throw SavepointErrors.NoDirectory(graph.Name);
    }

    // Null for the last checkpoint only.
    private static string? SavepointAtStop(JobSubmission submission) =>
        submission.Settings.Checkpoints is { SavepointAtStop: true, SavepointDirectory: { } parent }
            ? SavepointDirectory.NewIn(parent, submission.JobId)
            : null;

    private async Task<JobOutcome> WatchAsync(
        IJobClient client, JobSubmission submission, JobViewer viewer, LineLoggerFactory logging, CancellationToken cancellationToken)
    {
        using var display = Displays.Open(viewer.View);
        var before = logging.Write;
        logging.Write = display.Line;
        await using var observer = new JobObserver(client, viewer, display);
        using var signals = new StopSignals(
            client, submission.Settings.Checkpoints.Interval is not null, display.Line, () => ProcessEnd.Now(ExitCode.Aborted))
        {
            Savepoint = SavepointAtStop(submission),
        };
        await using var canceling = cancellationToken.Register(client.Cancel);
        try
        {
            return await client.Completion.ConfigureAwait(false);
        }
        finally
        {
            logging.Write = before;
        }
    }

    private JobExecutionResult Conclude(JobOutcome outcome, string name, CancellationToken cancellationToken)
    {
        if (outcome.Status == JobStatus.Finished)
            return new JobExecutionResult(name, outcome.Duration);
        if (outcome is { Status: JobStatus.Failed, Failure: { } failure })
            throw ProcessEnd.MarkReported(new JobException(failure.Domain, failure.Message, failure.Exception), ExitCode.Failed);

        cancellationToken.ThrowIfCancellationRequested();
        var code = outcome.Status == JobStatus.Suspended ? ExitCode.Stopped : ExitCode.Aborted;
        if (code == ExitCode.Stopped)
            Console.Error.WriteLine("The same command resumes it.");
        if (options.OwnsProcess)
            ProcessEnd.Now(code);
        throw EmbeddedErrors.Stopped(name, code);
    }
}
