namespace Akka.Flink.Functions;

/// <summary>Chooses the subtask of the next step that a record goes to.</summary>
/// <typeparam name="TKey">What it looks at of a record.</typeparam>
/// <remarks><para><b>State.</b> The next step has no keyed state for that: only <see cref="DataStream{T}.KeyBy"/> sends records to where
/// the
/// state of their key is.</para><para><b>Flink.</b> <c>Partitioner</c>.</para></remarks>
public interface IPartitioner<in TKey> : IFunction
{
    /// <summary>Chooses.</summary>
    /// <param name="key">What the record was reduced to.</param>
    /// <param name="parallelism">How many subtasks there are.</param>
    /// <returns>The subtask: 0 to <paramref name="parallelism"/> - 1.</returns>
    int Partition(TKey key, int parallelism);
}
