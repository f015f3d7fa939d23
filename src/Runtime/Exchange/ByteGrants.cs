namespace Akka.Flink.Runtime;

/// <summary>How many bytes the other end of a channel between nodes may have sent.</summary>
/// <param name="budget">What it shares with others.</param>
/// <remarks>A sender that may send no frame more has used all but one frame of its share, which is more than half: so it is enough to grant
/// when half is worked off.<para><b>Threads.</b> The receiving task's.</para></remarks>
internal sealed class ByteGrants(PeerBudget budget)
{
    private long _worked;
    private long _told;
    private long _granted = PeerBudgets.LeastShareBytes;

    /// <summary>Whether so much is worked off that the sender should hear of it.</summary>
    public bool IsDue => (_worked - _told) * 2 >= Math.Min(budget.ShareBytes, _granted - _told);

    /// <summary>Counts a frame that is taken out of the queue.</summary>
    /// <param name="bytes">Its length.</param>
    public void Work(int bytes) => _worked += bytes;

    /// <summary>What to grant; it never falls.</summary>
    public long Next()
    {
        _told = _worked;
        _granted = Math.Max(_granted, _worked + budget.ShareBytes);
        return _granted;
    }

    /// <summary>Gives the share back.</summary>
    public void Close() => budget.Leave();
}
