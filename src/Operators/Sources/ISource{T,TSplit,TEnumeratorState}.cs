namespace Akka.Flink.Sources;

using Akka.Flink.State;

/// <summary>Where a stream comes from: an enumerator finds splits and assigns them, a reader in each subtask reads those it is
/// given.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TSplit">The type of splits.</typeparam>
/// <typeparam name="TEnumeratorState">What the enumerator remembers.</typeparam>
/// <remarks>
/// <para><b>State.</b> A checkpoint holds the enumerator's state and the splits of all readers, with how far they were read.</para>
/// <para><b>Flink.</b> <c>Source</c> (FLIP-27).</para>
/// </remarks>
public interface ISource<T, TSplit, TEnumeratorState> : ISource<T>
    where TSplit : ISourceSplit
{
    /// <summary>Splits to bytes and back.</summary>
    ITypeSerializer<TSplit> SplitSerializer { get; }

    /// <summary>The enumerator's state to bytes and back.</summary>
    ITypeSerializer<TEnumeratorState> EnumeratorStateSerializer { get; }

    /// <summary>Makes the enumerator of a job that starts afresh.</summary>
    /// <param name="context">Assigns splits.</param>
    /// <returns>The enumerator.</returns>
    ISplitEnumerator<TSplit, TEnumeratorState> CreateEnumerator(ISplitEnumeratorContext<TSplit> context);

    /// <summary>Makes the enumerator of a job that goes on from a checkpoint.</summary>
    /// <param name="context">Assigns splits.</param>
    /// <param name="state">What it remembered.</param>
    /// <returns>The enumerator.</returns>
    ISplitEnumerator<TSplit, TEnumeratorState> RestoreEnumerator(ISplitEnumeratorContext<TSplit> context, TEnumeratorState state);

    /// <summary>Makes the reader of a subtask.</summary>
    /// <param name="context">Where it runs.</param>
    /// <returns>The reader.</returns>
    ISourceReader<T, TSplit> CreateReader(ISourceReaderContext context);

    /// <inheritdoc/>
    TResult ISource<T>.Accept<TResult>(ISourceVisitor<T, TResult> visitor) => visitor.Visit(this);
}
