namespace Akka.Actor.Internal;

using Akka.Util;

/// <summary>A child, with how often it was restarted of late.</summary>
public class ChildRestartStats : IChildStats
{
    private readonly IInternalActorRef _child;
    private uint _maxNrOfRetriesCount;
    private long _restartTimeWindowStartTicks;

    public ChildRestartStats(IInternalActorRef child, uint maxNrOfRetriesCount = 0, long restartTimeWindowStartTicks = 0)
    {
        _child = child;
        _maxNrOfRetriesCount = maxNrOfRetriesCount;
        _restartTimeWindowStartTicks = restartTimeWindowStartTicks;
    }

    public long Uid => _child.Path.Uid;

    public IInternalActorRef Child => _child;

    public uint MaxNrOfRetriesCount => _maxNrOfRetriesCount;

    public long RestartTimeWindowStartTicks => _restartTimeWindowStartTicks;

    /// <summary>Counts a restart and says whether it is within the limits; a negative number of retries means no limit.</summary>
    public bool RequestRestartPermission(int maxNrOfRetries, int withinTimeMilliseconds)
    {
        if (maxNrOfRetries == 0)
            return false;

        if (withinTimeMilliseconds <= 0)
        {
            _maxNrOfRetriesCount++;
            return maxNrOfRetries < 0 || _maxNrOfRetriesCount <= maxNrOfRetries;
        }

        return RetriesInWindowOkay(maxNrOfRetries < 0 ? 1 : maxNrOfRetries, withinTimeMilliseconds);
    }

    // A window opens with a failure. One after it has closed opens the next, however many came before.
    private bool RetriesInWindowOkay(int retries, int windowMs)
    {
        var now = DateTime.UtcNow.Ticks;
        if (_restartTimeWindowStartTicks == 0)
            _restartTimeWindowStartTicks = now;

        if (now - _restartTimeWindowStartTicks <= TimeSpan.FromMilliseconds(windowMs).Ticks)
        {
            _maxNrOfRetriesCount++;
            return _maxNrOfRetriesCount <= retries;
        }

        _maxNrOfRetriesCount = 1;
        _restartTimeWindowStartTicks = now;
        return true;
    }
}
