namespace Akka.Flink.Windowing;

using Akka.Flink.State;

/// <summary>What a trigger is given when windows have become one: beside all else, the state of those that it was made of.</summary>
/// <remarks><para><b>Flink.</b> <c>Trigger.OnMergeContext</c>.</para></remarks>
public interface IOnMergeContext : ITriggerContext
{
    /// <summary>Moves the elements of the windows that were merged into the list of the one that they became.</summary>
    /// <typeparam name="TState">The elements' type.</typeparam>
    /// <param name="descriptor">The state's declaration.</param>
    void MergePartitionedState<TState>(ListStateDescriptor<TState> descriptor);

    /// <summary>Reduces the values of the windows that were merged into that of the one that they became.</summary>
    /// <typeparam name="TState">The type of elements and value.</typeparam>
    /// <param name="descriptor">The state's declaration.</param>
    void MergePartitionedState<TState>(ReducingStateDescriptor<TState> descriptor);

    /// <summary>Merges the accumulators of the windows that were merged into that of the one that they became.</summary>
    /// <typeparam name="TIn">The type of elements.</typeparam>
    /// <typeparam name="TAccumulator">The type of accumulators.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="descriptor">The state's declaration.</param>
    void MergePartitionedState<TIn, TAccumulator, TOut>(AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor);
}
