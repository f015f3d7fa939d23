namespace Akka.Flink.Testing;

using Akka.Flink.Operators;
using Akka.Flink.Runtime;

/// <summary>The real engine, within a test: jobs with tasks, channels, checkpoints and restarts, and ways to have them fail.</summary>
/// <remarks>
/// <para>What a harness shows of a function or an operator, this shows of a job: that it is right after failures. Tasks are killed with
/// <see cref="MiniClusterJob.KillTaskAsync"/>, checkpoints fail while <see cref="FailsCheckpoints"/> is set, everything dies at
/// <see cref="RestartAsync"/>, and sources stand still behind a <see cref="SourceValve"/>.</para>
/// <para>Records are compared best in a <see cref="Sinks.CollectSink{T}"/>, which all attempts share.</para>
/// <para><b>State.</b> In a folder of its own, on disk as in production.</para>
/// <para><b>Threads.</b> Any, one at a time.</para>
/// <para><b>Flink.</b> <c>MiniClusterWithClientResource</c>; failures are injected there by functions.</para>
/// </remarks>
public sealed class MiniCluster : IAsyncDisposable
{
    private readonly MiniClusterOptions _options;
    private readonly FlinkConfiguration _configuration;
    private readonly DirectoryInfo? _ownDirectory;
    private readonly string _directory;
    private readonly CheckpointFaults _faults = new();
    private readonly List<MiniClusterJob> _jobs = [];
    private MiniNode? _node;

    private MiniCluster(MiniClusterOptions options)
    {
        _options = options;
        _configuration = FlinkConfiguration.Load([], [], options.Settings);
        _ownDirectory = options.Directory is null ? Directory.CreateTempSubdirectory("akka-flink-mini-") : null;
        _directory = options.Directory ?? _ownDirectory!.FullName;
        _node = MiniNode.Start(_configuration, _directory, options.TaskThreads, _faults);
    }

    /// <summary>Whether checkpoints fail: while it is set, no state that a task writes becomes durable.</summary>
    /// <remarks>A checkpoint in which no task writes anything, because no operator keeps state or none has changed, completes all the same.
    /// How many may fail in a row before the job restarts is <c>execution.checkpointing.tolerable-failed-checkpoints</c>.</remarks>
    public bool FailsCheckpoints
    {
        get => _faults.Fail;
        set => _faults.Fail = value;
    }

    private MiniNode Node => _node ?? throw TestingErrors.ClusterIsDisposed();

    /// <summary>Starts a cluster.</summary>
    /// <param name="options">How it is set up; null for the defaults.</param>
    /// <returns>The cluster; it ends when it is disposed of.</returns>
    /// <exception cref="FlinkException">A setting is unknown or makes no sense, or the folder cannot be used.</exception>
    public static MiniCluster Start(MiniClusterOptions? options = null)
    {
        options ??= new MiniClusterOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TaskThreads, 1, nameof(options));
        return new MiniCluster(options);
    }

    /// <summary>An environment for a program. Its <c>ExecuteAsync</c> runs the job here and waits for its end;
    /// <see cref="SubmitAsync"/> does not wait.</summary>
    /// <returns>A new environment.</returns>
    /// <exception cref="FlinkException">A setting makes no sense.</exception>
    public StreamExecutionEnvironment CreateEnvironment()
    {
        var reader = new SettingsReader(_configuration);
        var pipeline = PipelineSettings.From(reader);
        reader.ThrowIfWrong();
        return new StreamExecutionEnvironment(new MiniClusterExecutor(this))
        {
            Settings = new ClusterSettings(_configuration),
            Overrides = new EnvironmentOverrides(
                pipeline.Parallelism, pipeline.MaxParallelism, pipeline.CheckpointInterval, pipeline.CheckpointingMode),
        };
    }

    /// <summary>Runs the job that an environment holds, or goes on with it: one that was stopped, canceled, failed, or lost with
    /// <see cref="RestartAsync"/>, resumes from its last checkpoint.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="jobName">The job's name, by which it is told from others.</param>
    /// <returns>The job, once it is accepted.</returns>
    /// <exception cref="FlinkException">The program contradicts itself, or the job has finished before.</exception>
    public Task<MiniClusterJob> SubmitAsync(StreamExecutionEnvironment environment, string jobName = "job")
    {
        ArgumentNullException.ThrowIfNull(environment);
        return BeginAsync(environment.CreateJobGraph(jobName));
    }

    /// <summary>Ends everything as the death of the process does, without last checkpoints, and starts anew over the same folder. Jobs are
    /// lost until they are submitted again.</summary>
    public async Task RestartAsync()
    {
        await StopAsync(isClean: false).ConfigureAwait(false);
        _node = MiniNode.Start(_configuration, _directory, _options.TaskThreads, _faults);
    }

    /// <summary>Ends the cluster and its jobs, and deletes the folder if it is the cluster's own.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_node is null)
            return;

        await StopAsync(isClean: true).ConfigureAwait(false);
        _ownDirectory?.Delete(recursive: true);
    }

    internal async Task<MiniClusterJob> BeginAsync(JobGraph graph)
    {
        var settings = JobSettings.From(new SettingsReader(_configuration), graph.CheckpointInterval, graph.CheckpointingMode);
        var submission = new JobSubmission(new JobId(graph.Name), graph, settings);
        var client = await Node.Runtime.SubmitAsync(submission).ConfigureAwait(false);
        var job = new MiniClusterJob(graph, client, Node, _options.Patience);
        _jobs.Add(job);
        return job;
    }

    private async Task StopAsync(bool isClean)
    {
        var node = Node;
        _node = null;
        foreach (var job in _jobs)
            job.Lose();
        _jobs.Clear();
        await node.StopAsync(isClean).ConfigureAwait(false);
    }
}
