namespace Akka.Flink.Operators;

/// <summary>An operator of a program, with what comes out of it.</summary>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal sealed class OperatorNode<TOut> : OperatorNode
{
    private readonly OperatorFactory<TOut> _factory;

    /// <summary>Adds an operator to a program.</summary>
    /// <param name="environment">The program.</param>
    /// <param name="name">The operator's name.</param>
    /// <param name="factory">Makes it.</param>
    public OperatorNode(StreamExecutionEnvironment environment, string name, OperatorFactory<TOut> factory)
        : base(environment, name)
    {
        _factory = factory;
        Inputs = factory.CreateInputs(this);
        Result = new ResultTransformation(this);
    }

    /// <summary>What comes out.</summary>
    public Transformation<TOut> Result { get; }

    /// <inheritdoc/>
    public override string Signature => $"{string.Join(',', Inputs.Select(input => input.ElementType))}>{typeof(TOut)}";

    /// <inheritdoc/>
    public override IReadOnlyList<NodeInput> Inputs { get; }

    /// <inheritdoc/>
    public override void Configure(ISettings settings) => (_factory as IConfigurable)?.Configure(settings);

    /// <inheritdoc/>
    public override SourceCoordinator? CreateCoordinator() => (_factory as ISourceFactory)?.CreateCoordinator(this);

    /// <inheritdoc/>
    public override Operator Build(JobBuilder builder, int subtask)
    {
        var context = builder.ContextFor(this, subtask);
        foreach (var group in Outgoing.Where(edge => edge.Tag is not null).GroupBy(edge => edge.Tag))
            group.First().AddSideOutput(context.Sides, [.. group], builder, subtask);

        var main = Outgoing.Where(edge => edge.Tag is null).Cast<StreamEdge<TOut>>();
        return _factory.Create(context, new Output<TOut>(StreamEdge<TOut>.Join(main, builder, subtask)));
    }

    private sealed class ResultTransformation(OperatorNode<TOut> node) : Transformation<TOut>(node.Environment)
    {
        public override int Parallelism => node.Parallelism;

        public override void Connect(NodeInput<TOut> target, Partitioning<TOut>? partitioning, List<StreamEdge> edges) =>
            edges.Add(new StreamEdge<TOut>(node, target, partitioning));
    }
}
