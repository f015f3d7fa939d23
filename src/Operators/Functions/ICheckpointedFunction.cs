namespace Akka.Flink.Functions;

using Akka.Flink.State;

/// <summary>A function with state of its operator, which belongs to no key: what it has buffered, how far it is, what it was told by
/// broadcast.</summary>
/// <remarks>
/// <para>Any function may implement it beside what it is. Each subtask's copy of the function is asked.</para>
/// <para><b>State.</b> What <see cref="IFunctionInitializationContext.OperatorStateStore"/> gives. It is written with each snapshot as it
/// is then: who keeps fields of its own brings them into the state in <see cref="SnapshotState"/>.</para>
/// <para><b>Threads.</b> The subtask's, never while a record or timer is processed.</para>
/// <para><b>Flink.</b> <c>CheckpointedFunction</c>.</para>
/// </remarks>
/// <example><code source="samples/Docs/OperatorState.cs" region="checkpointed-function" /></example>
public interface ICheckpointedFunction : IFunction
{
    /// <summary>Called once, before <see cref="RichFunction.Open"/> and the first record: the place to declare state and to take what was
    /// restored.</summary>
    /// <param name="context">Gives state, and says whether there was any.</param>
    void InitializeState(IFunctionInitializationContext context);

    /// <summary>Called for each snapshot, between two records.</summary>
    /// <param name="context">Which snapshot it is.</param>
    void SnapshotState(IFunctionSnapshotContext context);
}
