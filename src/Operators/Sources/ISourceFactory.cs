namespace Akka.Flink.Operators;

/// <summary>A factory whose operators are sources.</summary>
internal interface ISourceFactory
{
    /// <summary>Makes what runs the enumerator.</summary>
    /// <param name="node">The operator in the graph.</param>
    /// <param name="host">What runs it in turn.</param>
    SourceCoordinator CreateCoordinator(OperatorNode node, ICoordinatorHost host);
}
