namespace Akka.Flink.Operators;

using Akka.Flink.Sources;
using Akka.Flink.State;

/// <summary>What a subtask needs of a source.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <typeparam name="TSplit">The type of splits.</typeparam>
/// <typeparam name="TEnumeratorState">What the enumerator remembers.</typeparam>
/// <param name="source">The source.</param>
internal sealed class SourceSetup<T, TSplit, TEnumeratorState>(ISource<T, TSplit, TEnumeratorState> source) : ISourceSetup<T, TSplit>
    where TSplit : ISourceSplit
{
    public ITypeSerializer<TSplit> SplitSerializer => source.SplitSerializer;

    public ISourceReader<T, TSplit> CreateReader(ISourceReaderContext context) => source.CreateReader(context);
}
