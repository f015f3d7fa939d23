namespace Akka.Flink.Runtime;

/// <summary>The stream has turned idle or active.</summary>
internal sealed class StatusMessage : ChannelMessage, IWireMessage
{
    /// <summary>Whether it is idle from now on.</summary>
    public required bool IsIdle { get; init; }
}
