namespace Akka.Flink;

using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>Where a program begins: it makes streams of sources, sets what holds for the whole job, and runs it.</summary>
/// <remarks>
/// <para><b>Threads.</b> Built by one thread.</para>
/// <para><b>Flink.</b> <c>StreamExecutionEnvironment</c>.</para>
/// </remarks>
public sealed partial class StreamExecutionEnvironment
{
    private readonly List<OperatorNode> _nodes = [];
    private int _parallelism = 1;
    private int? _maxParallelism;
    private TimeSpan? _checkpointInterval;
    private CheckpointingMode _checkpointingMode = CheckpointingMode.ExactlyOnce;

    /// <summary>An empty program.</summary>
    /// <param name="executor">What runs its jobs.</param>
    internal StreamExecutionEnvironment(IJobExecutor executor) => Executor = executor;

    /// <summary>How many subtasks an operator has that is not told otherwise. Default: 1.</summary>
    public int Parallelism => Overrides.Parallelism ?? _parallelism;

    /// <summary>How often checkpoints are taken; null, the default, never.</summary>
    public TimeSpan? CheckpointInterval
    {
        get
        {
            var interval = Overrides.CheckpointInterval ?? _checkpointInterval;
            return interval == TimeSpan.Zero ? null : interval;
        }
    }

    /// <summary>What a failure may do to state.</summary>
    public CheckpointingMode CheckpointingMode => Overrides.CheckpointingMode ?? _checkpointingMode;

    /// <summary>What the configuration says, for sources and sinks. By default nothing.</summary>
    public ISettings Settings { get; internal set; } = EmptySettings.Instance;

    /// <summary>Whether operators run in one task where they can. Default: true.</summary>
    public bool IsChainingEnabled { get; private set; } = true;

    /// <summary>What runs the jobs.</summary>
    internal IJobExecutor Executor { get; set; }

    /// <summary>What outweighs the program.</summary>
    internal EnvironmentOverrides Overrides { get; set; } = EnvironmentOverrides.None;

    /// <summary>The operators so far, each behind those upstream of it.</summary>
    internal IReadOnlyList<OperatorNode> Nodes => _nodes;

    /// <summary>The environment that a program runs in.</summary>
    /// <param name="args">The program's arguments: <c>--parallelism N</c> sets the parallelism, everything else is the program's
    /// own.</param>
    /// <returns>A new environment.</returns>
    /// <exception cref="ArgumentException">The parallelism is not a number from 1 to 32768.</exception>
    public static StreamExecutionEnvironment GetExecutionEnvironment(params string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return EnvironmentFactories.Current.Create(args);
    }

    /// <summary>Sets how many subtasks an operator has that is not told otherwise.</summary>
    /// <param name="parallelism">1 to 32768.</param>
    /// <returns>This environment.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parallelism"/> is outside its bounds.</exception>
    public StreamExecutionEnvironment SetParallelism(int parallelism)
    {
        ThrowIfNoParallelism(parallelism, nameof(parallelism));
        _parallelism = parallelism;
        return this;
    }

    /// <summary>Sets how many key groups an operator has that is not told otherwise, and with it the most subtasks that it can ever
    /// have.</summary>
    /// <param name="maxParallelism">1 to 32768. Default: 128, or one and a half times the parallelism rounded up to a power of two, if that
    /// is more.</param>
    /// <returns>This environment.</returns>
    /// <remarks><para><b>State.</b> Fixed once there is state.</para></remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxParallelism"/> is outside its bounds.</exception>
    public StreamExecutionEnvironment SetMaxParallelism(int maxParallelism)
    {
        ThrowIfNoParallelism(maxParallelism, nameof(maxParallelism));
        _maxParallelism = maxParallelism;
        return this;
    }

    /// <summary>Has every operator run in a task of its own.</summary>
    /// <returns>This environment.</returns>
    public StreamExecutionEnvironment DisableOperatorChaining()
    {
        IsChainingEnabled = false;
        return this;
    }

    /// <summary>Has checkpoints taken, from which the job goes on after a failure.</summary>
    /// <param name="interval">How often; more than zero.</param>
    /// <param name="mode">What a failure may do to state.</param>
    /// <returns>This environment.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is zero or negative.</exception>
    public StreamExecutionEnvironment EnableCheckpointing(TimeSpan interval, CheckpointingMode mode = CheckpointingMode.ExactlyOnce)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        _checkpointInterval = interval;
        _checkpointingMode = mode;
        return this;
    }

    /// <summary>Runs the job that was built, and waits for its end.</summary>
    /// <param name="jobName">Its name.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What there is to say of it.</returns>
    /// <exception cref="JobException">The program contradicts itself, or the job failed.</exception>
    public Task<JobExecutionResult> ExecuteAsync(string jobName = "Flink Streaming Job", CancellationToken cancellationToken = default) =>
        Executor.ExecuteAsync(CreateJobGraph(jobName), cancellationToken);

    /// <summary>The job that was built, without running it.</summary>
    /// <param name="jobName">Its name.</param>
    /// <returns>The job.</returns>
    /// <exception cref="JobException">The program contradicts itself.</exception>
    public JobGraph CreateJobGraph(string jobName = "Flink Streaming Job")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobName);
        return GraphBuilder.Build(this, jobName);
    }

    internal void Add(OperatorNode node)
    {
        node.Id = _nodes.Count;
        _nodes.Add(node);
    }

    internal int MaxParallelismFor(int parallelism) =>
        Overrides.MaxParallelism ?? _maxParallelism ?? KeyGroups.DefaultMaxParallelism(parallelism);

    internal static void ThrowIfNoParallelism(int value, string name)
    {
        if (value is < 1 or > KeyGroupRange.MaxKeyGroups)
            throw OperatorErrors.ParallelismOutOfRange(name, value);
    }
}
