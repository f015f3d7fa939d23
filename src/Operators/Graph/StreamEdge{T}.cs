namespace Akka.Flink.Operators;

/// <summary>What connects two operators of a program, with what flows over it.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class StreamEdge<T> : StreamEdge
{
    private readonly Partitioning<T> _partitioning;

    /// <summary>An edge.</summary>
    /// <param name="source">Where records come from.</param>
    /// <param name="input">Where they go.</param>
    /// <param name="partitioning">How they are dealt out; null for forward where both ends are equally parallel, else in turn.</param>
    public StreamEdge(OperatorNode source, NodeInput<T> input, Partitioning<T>? partitioning)
        : base(source, input.Node)
    {
        var isEven = source.Parallelism == input.Node.Parallelism;
        var isForwardInVain = partitioning?.Kind == PartitioningKind.Forward && !isEven;
        if (isForwardInVain && !source.Environment.Overrides.IsScaled)
            throw OperatorErrors.ForwardNeedsEqualParallelism(source.Name, source.Parallelism, input.Node.Name, input.Node.Parallelism);

        // What one of the two is limited to must not end a job that is scaled.
        _partitioning = partitioning is null || isForwardInVain
            ? new Partitioning<T>(isEven ? PartitioningKind.Forward : PartitioningKind.Rebalance)
            : partitioning;
        Input = input;
    }

    /// <summary>Where records go.</summary>
    public NodeInput<T> Input { get; }

    /// <inheritdoc/>
    public override string? TagId => (Tag as OutputTag<T>)?.Id;

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <inheritdoc/>
    public override PartitioningKind Kind => _partitioning.Kind;

    /// <summary>What stands behind an output with these edges.</summary>
    /// <param name="edges">The edges.</param>
    /// <param name="builder">Makes what is downstream.</param>
    /// <param name="subtask">The sending subtask.</param>
    public static IInput<T> Join(IEnumerable<StreamEdge<T>> edges, JobBuilder builder, int subtask)
    {
        IInput<T>[] senders = [.. edges.Select(edge => edge.CreateSender(builder, subtask))];
        return senders.Length switch
        {
            0 => new DiscardingInput<T>(),
            1 => senders[0],
            _ => new CopySender<T>(senders, builder.CopierFor<T>()),
        };
    }

    /// <inheritdoc/>
    public override void AddSideOutput(OperatorContext context, StreamEdge[] group, JobBuilder builder) => context.Sides.Add(
        (OutputTag<T>)Tag!,
        new Output<T>(Join(group.Cast<StreamEdge<T>>(), builder, context.SubtaskIndex), context.Metrics));

    /// <inheritdoc/>
    public override void CreateReceivers(JobBuilder builder, int target)
    {
        foreach (var sender in SendersTo(target))
            builder.Channels!.CreateReceiver(this, sender, target, builder.GateChannel(Input, target));
    }

    private IInput<T> CreateSender(JobBuilder builder, int subtask)
    {
        if (IsChained)
            return builder.Wrap(this, Input.EntryOf(builder.OperatorOf(Target, subtask)));

        IInput<T>[] channels = [.. TargetsOf(subtask).Select(target => builder.Wrap(this, builder.ChannelTo(this, subtask, target)))];
        return _partitioning.CreateSender(channels, subtask, Target);
    }
}
