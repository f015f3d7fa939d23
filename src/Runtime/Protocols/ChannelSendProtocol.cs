namespace Akka.Flink.Runtime;

/// <summary>The sending end of a channel, as numbers: what was sent, and how much more may be.</summary>
/// <remarks>
/// <para>Every message has a sequence number, from 1. Batches are counted, too: the receiver grants them, cumulatively ("so many in all"),
/// so that a grant that is lost is made good by the next. What is no batch needs no grant.</para>
/// <para>Pure: no clock, no actor. Owned by the sender.</para>
/// </remarks>
internal struct ChannelSendProtocol()
{
    /// <summary>How many batches may be sent before the first grant: both ends begin with it.</summary>
    public const int InitialGrant = 2;

    /// <summary>The sequence number of the last message; 0 before the first.</summary>
    public long Sent { get; private set; }

    /// <summary>How many batches were sent.</summary>
    public long SentBatches { get; private set; }

    /// <summary>How many batches may have been sent in all.</summary>
    public long GrantedBatches { get; private set; } = InitialGrant;

    /// <summary>Whether another batch may be sent.</summary>
    public readonly bool HasCredit => SentBatches < GrantedBatches;

    /// <summary>Counts a message that is sent.</summary>
    /// <param name="isBatch">Whether it takes credit.</param>
    /// <returns>Its sequence number.</returns>
    public long Next(bool isBatch)
    {
        if (isBatch)
            SentBatches++;
        return ++Sent;
    }

    /// <summary>Takes a grant. One that is older than another changes nothing.</summary>
    /// <param name="batches">How many batches may have been sent in all.</param>
    public void TakeGrant(long batches) => GrantedBatches = Math.Max(GrantedBatches, batches);
}
