namespace Akka.Flink.Runtime;

/// <summary>What the channels from one node share.</summary>
/// <remarks><para><b>Threads.</b> Any.</para></remarks>
internal sealed class PeerBudget
{
    private int _channels;

    /// <summary>How many channels there are.</summary>
    public int Channels => Volatile.Read(ref _channels);

    /// <summary>How many bytes a channel may have on its way.</summary>
    public long ShareBytes => Math.Max(PeerBudgets.LeastShareBytes, PeerBudgets.PeerBytes / Math.Max(Channels, 1));

    /// <summary>Counts a channel.</summary>
    public void Join() => Interlocked.Increment(ref _channels);

    /// <summary>Counts it no more.</summary>
    public void Leave() => Interlocked.Decrement(ref _channels);
}
