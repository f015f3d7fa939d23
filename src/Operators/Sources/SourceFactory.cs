namespace Akka.Flink.Operators;

using Akka.Flink.Sources;

/// <summary>Makes the source operators of a job, and the coordinator beside them.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <param name="source">The source.</param>
/// <param name="strategy">Its timestamps and watermarks.</param>
internal sealed class SourceFactory<T>(ISource<T> source, WatermarkStrategy<T> strategy) : OperatorFactory<T>, ISourceFactory, IConfigurable
{
    /// <inheritdoc/>
    public override IReadOnlyList<NodeInput> CreateInputs(OperatorNode node) => [];

    /// <inheritdoc/>
    public override Operator Create(OperatorContext context, Output<T> output) =>
        source.Accept(new OperatorMaker(context, output, strategy));

    /// <inheritdoc/>
    public void Configure(ISettings settings) => (source as IConfigurable)?.Configure(settings);

    /// <inheritdoc/>
    public SourceCoordinator CreateCoordinator(OperatorNode node, ICoordinatorHost host) =>
        source.Accept(new CoordinatorMaker(node, host, strategy.Alignment));

    private sealed class OperatorMaker(OperatorContext context, Output<T> output, WatermarkStrategy<T> strategy)
        : ISourceVisitor<T, Operator>
    {
        public Operator Visit<TSplit, TEnumeratorState>(ISource<T, TSplit, TEnumeratorState> source)
            where TSplit : ISourceSplit =>
            new SourceOperator<T, TSplit>(context, output, new SourceSetup<T, TSplit, TEnumeratorState>(source), strategy);
    }

    private sealed class CoordinatorMaker(OperatorNode node, ICoordinatorHost host, WatermarkAlignment? alignment)
        : ISourceVisitor<T, SourceCoordinator>
    {
        public SourceCoordinator Visit<TSplit, TEnumeratorState>(ISource<T, TSplit, TEnumeratorState> source)
            where TSplit : ISourceSplit =>
            new SourceCoordinator<T, TSplit, TEnumeratorState>(source, host) { Node = node, Alignment = alignment };
    }
}
