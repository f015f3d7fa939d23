namespace Akka.Flink.Runtime;

/// <summary>A barrier of a checkpoint that is a savepoint, too.</summary>
internal sealed class SavepointBarrierMessage : AnyBarrierMessage, IWireMessage;
