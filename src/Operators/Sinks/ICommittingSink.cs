namespace Akka.Flink.Sinks;

using Akka.Flink.State;

/// <summary>A sink in two phases: a writer prepares what it wrote at each checkpoint, a committer makes it visible once the checkpoint is
/// complete.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TCommittable">What is committed, such as a transaction.</typeparam>
/// <typeparam name="TWriterState">What a writer remembers.</typeparam>
/// <remarks>
/// <para><b>State.</b> A checkpoint holds what the writers remember and what is prepared; after a restore that is committed again.</para>
/// <para><b>Flink.</b> <c>SupportsCommitter</c>, <c>SupportsWriterState</c>.</para>
/// </remarks>
public interface ICommittingSink<T, TCommittable, TWriterState> : ISink<T>
{
    /// <summary>What is committed to bytes and back.</summary>
    ITypeSerializer<TCommittable> CommittableSerializer { get; }

    /// <summary>What a writer remembers to bytes and back.</summary>
    ITypeSerializer<TWriterState> WriterStateSerializer { get; }

    /// <summary>Whether after a restore every subtask is given what all have prepared, instead of an even share.</summary>
    /// <remarks>For what has to be committed by one subtask in particular, such as the one that uses the same name next: its committer
    /// passes over the rest.</remarks>
    bool SharesCommittables => false;

    /// <summary>Makes the writer of a subtask.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="restored">What writers remembered, as far as it falls to this subtask.</param>
    /// <returns>The writer.</returns>
    ICommittingSinkWriter<T, TCommittable, TWriterState> CreateWriter(ISinkContext context, IReadOnlyList<TWriterState> restored);

    /// <summary>Makes the committer of a subtask.</summary>
    /// <param name="context">Where it runs.</param>
    /// <returns>The committer.</returns>
    ICommitter<TCommittable> CreateCommitter(ISinkContext context);

    /// <inheritdoc/>
    ISinkWriter<T> ISink<T>.CreateWriter(ISinkContext context) => CreateWriter(context, []);

    /// <inheritdoc/>
    TResult ISink<T>.Accept<TResult>(ISinkVisitor<T, TResult> visitor) => visitor.Visit(this);
}
