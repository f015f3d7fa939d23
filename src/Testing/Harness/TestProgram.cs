namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>What a harness gives to the code that builds a pipeline: an environment, and the inputs that the test feeds.</summary>
/// <remarks>Built anew for each restore, so that functions are new instances: make them inside the delegate.</remarks>
public sealed class TestProgram
{
    private readonly List<OperatorNode> _sources = [];
    private readonly HarnessOptions _options;
    private readonly IRecorders _recorders;
    private int _outputs;

    internal TestProgram(HarnessOptions options, IRecorders recorders)
    {
        _recorders = recorders;
        _options = options;
        Environment = new StreamExecutionEnvironment(RefusingExecutor.Instance)
            .SetParallelism(options.Parallelism)
            .SetMaxParallelism(options.MaxParallelism);
    }

    /// <summary>The program's environment. Its jobs are run by the harness, not by <c>ExecuteAsync</c>.</summary>
    public StreamExecutionEnvironment Environment { get; }

    /// <summary>The inputs, in the order in which they were asked for.</summary>
    internal IReadOnlyList<OperatorNode> Sources => _sources;

    /// <summary>The next input: the first call makes input 0, the second input 1.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <returns>A stream of what the test puts in, with its timestamps, watermarks and statuses as they are.</returns>
    public DataStream<T> Input<T>()
    {
        var node = new OperatorNode<T>(Environment, $"input {_sources.Count}", new TestSourceFactory<T>())
        {
            FixedParallelismLimit = 1,
            OwnUid = $"test-input-{_sources.Count}",
        };
        _sources.Add(node);
        return new DataStream<T>(node.Result);
    }

    /// <summary>Has another stream recorded beside the main one: its records appear as those of a side output, its watermarks and statuses
    /// do not.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="name">What its records are recorded under.</param>
    /// <param name="stream">The stream: a side output, what was made of one, or any other.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void RecordBeside<T>(string name, DataStream<T> stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Record(stream, _recorders.For<T>(name));
    }

    /// <summary>Has a stream recorded.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <param name="recorder">Takes what arrives.</param>
    internal void Record<T>(DataStream<T> stream, IRecorder<T> recorder)
    {
        var factory = new RecordingSinkFactory<T>(recorder, _options.BlockOutput) { Input = stream.Transformation };
        _ = new OperatorNode<T>(Environment, "output", factory) { FixedParallelismLimit = 1, OwnUid = $"test-output-{_outputs++}" };
    }
}
