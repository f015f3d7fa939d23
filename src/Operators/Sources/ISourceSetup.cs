namespace Akka.Flink.Operators;

using Akka.Flink.Sources;
using Akka.Flink.State;

/// <summary>What a subtask needs of a source, whatever its enumerator's state is.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <typeparam name="TSplit">The type of splits.</typeparam>
internal interface ISourceSetup<T, TSplit>
    where TSplit : ISourceSplit
{
    /// <summary>Splits to bytes and back.</summary>
    ITypeSerializer<TSplit> SplitSerializer { get; }

    /// <summary>Makes the reader of a subtask.</summary>
    /// <param name="context">Where it runs.</param>
    ISourceReader<T, TSplit> CreateReader(ISourceReaderContext context);
}
