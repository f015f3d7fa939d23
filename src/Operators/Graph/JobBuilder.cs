namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>Makes operators of subtasks, each in front of what is downstream of it, and connects them.</summary>
/// <remarks>Without <see cref="Channels"/> it makes those of all subtasks of a job, and the sending end of an edge calls the receiving end.
/// With them it makes the chain of one subtask: its edges end in channels.</remarks>
/// <param name="options">How it is to run.</param>
/// <param name="clock">The clock of all operators.</param>
internal sealed class JobBuilder(SynchronousDriverOptions options, ProcessingClock clock)
{
    private readonly Dictionary<(OperatorNode Node, int Subtask), Operator> _operators = [];
    private readonly Dictionary<(NodeInput Input, int Subtask), InputGate> _gates = [];

    /// <summary>Whether watermarks and statuses of channels go through a valve. A harness that tests an operator alone does without, where
    /// each input has one channel.</summary>
    public bool HasValves { get; init; } = true;

    /// <summary>Makes the ends of channels; null where all subtasks are made here, and call each other.</summary>
    public IChannelMaker? Channels { get; init; }

    /// <summary>Told which operator is at work; null where nobody asks.</summary>
    public TaskActivity? Activity { get; init; }

    /// <summary>The job, by the identity under which it is resumed; empty where it has none.</summary>
    public string JobId { get; init; } = "";

    /// <summary>The attempt of the job; 0 where attempts are not counted.</summary>
    public long Attempt { get; init; }

    /// <summary>Wakes up what runs the operators; silent where that never sleeps.</summary>
    public TaskDoorbell Doorbell { get; init; } = TaskDoorbell.Silent;

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
            Doorbell = Doorbell,
            Activity = Activity,
            JobId = JobId,
            Attempt = Attempt,
        };

    /// <summary>Makes the chain of one subtask, with the ends of its channels.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <param name="subtask">The subtask.</param>
    /// <returns>The first operator.</returns>
    public Operator BuildTask(JobVertex vertex, int subtask)
    {
        var head = OperatorOf(vertex.Nodes[0], subtask);
        foreach (var node in vertex.Nodes)
        {
            foreach (var edge in node.Incoming)
            {
                if (!edge.IsChained)
                    edge.CreateReceivers(this, subtask);
            }
        }

        return head;
    }

    /// <summary>What takes the elements of a new channel over an edge.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="edge">The edge.</param>
    /// <param name="sender">The sending subtask.</param>
    /// <param name="receiver">The receiving subtask.</param>
    public IInput<T> ChannelTo<T>(StreamEdge<T> edge, int sender, int receiver) =>
        Channels is { } channels ? channels.CreateSender(edge, sender, receiver) : GateChannel(edge.Input, receiver);

    /// <summary>Another channel of an input of a subtask that is made here.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="input">The input.</param>
    /// <param name="subtask">The subtask.</param>
    public IInput<T> GateChannel<T>(NodeInput<T> input, int subtask)
    {
        if (!HasValves)
            return input.EntryOf(OperatorOf(input.Node, subtask));
        if (_gates.TryGetValue((input, subtask), out var known))
            return ((InputGate<T>)known).AddChannel();

        StreamEdge<T>[] edges = [.. input.Node.Incoming.OfType<StreamEdge<T>>().Where(edge => edge.Input == input)];
        var gate = new InputGate<T>(input.EntryOf(OperatorOf(input.Node, subtask)), edges.Sum(edge => edge.SendersTo(subtask).Count()),
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

    /// <summary>Puts what an edge asks for in front of an input: bytes on every edge in the tests' mode, a copy between tasks, a note of
    /// who is at work within one.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="edge">The edge.</param>
    /// <param name="input">The input.</param>
    public IInput<T> Wrap<T>(StreamEdge<T> edge, IInput<T> input)
    {
        if (options.ForceSerialization)
            return new SerializingInput<T>(input, TypeSerializers.For<T>(), throughBytes: true);
        if (edge.IsChained)
            return Activity is null ? input : new ObservedInput<T>(input, Activity, edge.Source, edge.Target);

        return CopierFor<T>() is { } copier ? new SerializingInput<T>(input, copier, throughBytes: false) : input;
    }
}
