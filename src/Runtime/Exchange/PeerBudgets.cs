namespace Akka.Flink.Runtime;

using System.Collections.Concurrent;
using Akka.Actor;

/// <summary>How many bytes may be on their way to this node, for each node that sends: dealt out evenly over the channels from
/// there.</summary>
/// <remarks><para><b>Threads.</b> Any.</para></remarks>
internal sealed class PeerBudgets
{
    /// <summary>How many bytes may be on their way from a node.</summary>
    public const long PeerBytes = 8 << 20;

    /// <summary>What each channel has at least, and all that it has at first: two frames, so that one can be on its way while the other is
    /// worked off.</summary>
    public const long LeastShareBytes = 2 * DataFrame.MaxBytes;

    private readonly ConcurrentDictionary<Address, PeerBudget> _peers = new();

    /// <summary>What is shared by the channels from a node.</summary>
    /// <param name="peer">The node's address.</param>
    public PeerBudget Of(Address peer) => _peers.GetOrAdd(peer, static _ => new PeerBudget());
}
