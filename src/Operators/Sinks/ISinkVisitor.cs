namespace Akka.Flink.Sinks;

/// <summary>Takes a sink with the types of its state.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TResult">What is made.</typeparam>
public interface ISinkVisitor<T, out TResult>
{
    /// <summary>Takes a sink without state.</summary>
    /// <param name="sink">The sink.</param>
    /// <returns>What was made.</returns>
    TResult Visit(ISink<T> sink);

    /// <summary>Takes a sink that commits.</summary>
    /// <typeparam name="TCommittable">What is committed.</typeparam>
    /// <typeparam name="TWriterState">What a writer remembers.</typeparam>
    /// <param name="sink">The sink.</param>
    /// <returns>What was made.</returns>
    TResult Visit<TCommittable, TWriterState>(ICommittingSink<T, TCommittable, TWriterState> sink);
}
