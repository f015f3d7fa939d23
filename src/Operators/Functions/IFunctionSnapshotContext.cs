namespace Akka.Flink.Functions;

/// <summary>What an <see cref="ICheckpointedFunction"/> is told of a snapshot.</summary>
/// <remarks><para><b>Flink.</b> <c>FunctionSnapshotContext</c>.</para></remarks>
public interface IFunctionSnapshotContext
{
    /// <summary>The snapshot's number, which rises.</summary>
    long CheckpointId { get; }
}
