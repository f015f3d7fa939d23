namespace Akka.Flink.Runtime;

/// <summary>A barrier of a checkpoint that is no more than that.</summary>
internal sealed class BarrierMessage : AnyBarrierMessage, IWireMessage;
