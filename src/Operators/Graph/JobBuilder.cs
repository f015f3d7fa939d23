namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>Makes the operators of all subtasks of a job, each in front of what is downstream of it, and connects them.</summary>
/// <remarks>A runtime that has tasks on several nodes makes one subtask's chain at a time and puts channels of its own behind
/// <see cref="ChannelTo{T}"/>.</remarks>
/// <param name="options">How it is to run.</param>
/// <param name="clock">The clock of all operators.</param>
internal sealed class JobBuilder(SynchronousDriverOptions options, ProcessingClock clock)
{
    private readonly Dictionary<(OperatorNode Node, int Subtask), Operator> _operators = [];
    private readonly Dictionary<(NodeInput Input, int Subtask), InputGate> _gates = [];

    /// <summary>Whether watermarks and statuses of channels go through a valve. A harness that tests an operator alone does without, where
    /// each input has one channel.</summary>
    public bool HasValves { get; init; } = true;

    /// <summary>All operators, each behind those downstream of it.</summary>
    public List<(OperatorNode Node, Operator Operator)> Operators { get; } = [];

    /// <summary>The operator of a subtask, made when it is asked for first.</summary>
    /// <param name="node">The operator in the graph.</param>
    /// <param name="subtask">The subtask.</param>
    public Operator OperatorOf(OperatorNode node, int subtask)
    {
        if (_operators.TryGetValue((node, subtask), out var made))
            return made;

        made = node.Build(this, subtask);
        _operators.Add((node, subtask), made);
        Operators.Add((node, made));
        return made;
    }

    /// <summary>Where the operator of a subtask runs.</summary>
    /// <param name="node">The operator in the graph.</param>
    /// <param name="subtask">The subtask.</param>
    public OperatorContext ContextFor(OperatorNode node, int subtask) =>
        new(node.Name, node.Uid, subtask, node.Parallelism, node.MaxParallelism, clock)
        {
            AutoWatermarkIntervalMs = options.AutoWatermarkIntervalMs,
            StateWrapper = options.StateWrapper,
        };

    /// <summary>A new channel to an input of a subtask.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="input">The input.</param>
    /// <param name="subtask">The receiving subtask.</param>
    public IInput<T> ChannelTo<T>(NodeInput<T> input, int subtask)
    {
        if (!HasValves)
            return input.EntryOf(OperatorOf(input.Node, subtask));
        if (_gates.TryGetValue((input, subtask), out var known))
            return ((InputGate<T>)known).AddChannel();

        StreamEdge<T>[] edges = [.. input.Node.Incoming.OfType<StreamEdge<T>>().Where(edge => edge.Input == input)];
        var gate = new InputGate<T>(input.EntryOf(OperatorOf(input.Node, subtask)), edges.Sum(edge => edge.SendersPerTarget),
            edges is [{ IsOneToOne: true }]);
        _gates.Add((input, subtask), gate);
        return gate.AddChannel();
    }

    /// <summary>Has operators and gates take over what is not state from those that stood there before.</summary>
    /// <param name="before">A builder of the same program, perhaps with another parallelism.</param>
    public void TakeOver(JobBuilder before)
    {
        var operators = before._operators.ToDictionary(each => (each.Key.Node.Uid, each.Key.Subtask), each => each.Value);
        foreach (var ((node, subtask), made) in _operators)
            made.TakeOver(operators.GetValueOrDefault((node.Uid, subtask)) ?? operators[(node.Uid, 0)]);

        var gates = before._gates.ToDictionary(each => (each.Key.Input.Node.Uid, each.Key.Input.Index, each.Key.Subtask), each =>
            each.Value);
        foreach (var ((input, subtask), made) in _gates)
        {
            if ((gates.GetValueOrDefault((input.Node.Uid, input.Index, subtask))
                ?? gates.GetValueOrDefault((input.Node.Uid, input.Index, 0))) is { } gate)
                made.TakeOver(gate);
        }
    }

    /// <summary>What copies values for a second consumer; null when values can be shared.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    public ITypeSerializer<T>? CopierFor<T>()
    {
        if (options.ObjectReuse)
            return null;

        var serializer = TypeSerializers.For<T>();
        return serializer.IsImmutable ? null : serializer;
    }

    /// <summary>Puts what an edge asks for in front of an input: bytes on every edge in the tests' mode, a copy between tasks.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="edge">The edge.</param>
    /// <param name="input">The input.</param>
    public IInput<T> Wrap<T>(StreamEdge<T> edge, IInput<T> input)
    {
        if (options.ForceSerialization)
            return new SerializingInput<T>(input, TypeSerializers.For<T>(), throughBytes: true);
        if (edge.IsChained || CopierFor<T>() is not { } copier)
            return input;

        return new SerializingInput<T>(input, copier, throughBytes: false);
    }
}
