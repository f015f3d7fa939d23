namespace Akka.Flink.Sources;

/// <summary>Takes a source with the types of its splits.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TResult">What is made.</typeparam>
public interface ISourceVisitor<T, out TResult>
{
    /// <summary>Takes a source.</summary>
    /// <typeparam name="TSplit">The type of its splits.</typeparam>
    /// <typeparam name="TEnumeratorState">The type of its enumerator's state.</typeparam>
    /// <param name="source">The source.</param>
    /// <returns>What was made.</returns>
    TResult Visit<TSplit, TEnumeratorState>(ISource<T, TSplit, TEnumeratorState> source)
        where TSplit : ISourceSplit;
}
