namespace Akka.Flink.Functions;

using Akka.Flink.State;

/// <summary>What an <see cref="ICheckpointedFunction"/> is told before it begins.</summary>
/// <remarks><para><b>Flink.</b> <c>FunctionInitializationContext</c>.</para></remarks>
public interface IFunctionInitializationContext
{
    /// <summary>Whether the job goes on from a snapshot, even if that has nothing of this function.</summary>
    bool IsRestored { get; }

    /// <summary>The number of that snapshot; null when the job starts afresh.</summary>
    long? RestoredCheckpointId { get; }

    /// <summary>State that belongs to no key.</summary>
    IOperatorStateStore OperatorStateStore { get; }

    /// <summary>State by key.</summary>
    /// <exception cref="JobException">The stream is not keyed.</exception>
    IKeyedStateStore KeyedStateStore { get; }
}
