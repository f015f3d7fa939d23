namespace Akka.Flink.Sinks;

/// <summary>Where a stream goes to.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>Implement <see cref="ICommittingSink{T, TCommittable, TWriterState}"/> where what was written becomes visible only with a
/// checkpoint.<para><b>Flink.</b> <c>Sink</c> (Sink V2).</para></remarks>
public interface ISink<T>
{
    /// <summary>Makes the writer of a subtask.</summary>
    /// <param name="context">Where it runs.</param>
    /// <returns>The writer.</returns>
    ISinkWriter<T> CreateWriter(ISinkContext context);

    /// <summary>Hands the sink over with the types of its state.</summary>
    /// <typeparam name="TResult">What the visitor makes.</typeparam>
    /// <param name="visitor">Takes the sink.</param>
    /// <returns>What the visitor made.</returns>
    TResult Accept<TResult>(ISinkVisitor<T, TResult> visitor) => visitor.Visit(this);
}
