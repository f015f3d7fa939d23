namespace Akka.Flink.Host.Rest;

/// <summary>How a node is.</summary>
internal interface INodeHealth
{
    /// <summary>Whether the node can be of use: it is a member of the cluster, and up.</summary>
    /// <param name="reason">How it is, in words.</param>
    bool IsReady(out string reason);

    /// <summary>Whether the node can go on; one that cannot wants to be started anew.</summary>
    /// <param name="reason">How it is, in words.</param>
    bool IsLive(out string reason);
}
