namespace Akka.Flink.Sources;

/// <summary>Hides the types of a source's splits.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class HybridPartMaker<T> : ISourceVisitor<T, HybridPart<T>>
{
    public HybridPart<T> Visit<TSplit, TEnumeratorState>(ISource<T, TSplit, TEnumeratorState> source)
        where TSplit : ISourceSplit =>
        new HybridPart<T, TSplit, TEnumeratorState>(source);
}
