namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>By a partitioner of the program.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TKey">What the partitioner looks at.</typeparam>
/// <param name="partitioner">The partitioner; each sending subtask has its own copy.</param>
/// <param name="selector">Gives what it looks at of a record.</param>
internal sealed class CustomPartitioning<T, TKey>(IPartitioner<TKey> partitioner, Func<T, TKey> selector)
    : Partitioning<T>(PartitioningKind.Custom)
{
    /// <inheritdoc/>
    public override IInput<T> CreateSender(IInput<T>[] targets, int sourceSubtask, OperatorNode target) =>
        new CustomSender<T, TKey>(targets, UserFunction.ForSubtask(partitioner), selector, target);
}
