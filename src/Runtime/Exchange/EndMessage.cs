namespace Akka.Flink.Runtime;

/// <summary>The stream has ended. Barriers may still follow.</summary>
internal sealed class EndMessage : ChannelMessage, IWireMessage;
