namespace Akka.Flink.Measuring;

/// <summary>A thread of its own that sleeps a millisecond at a time and notes by how much it wakes up late: what it shows comes from the
/// machine, not from what is measured beside it.</summary>
/// <remarks>Pauses of the collector are not the machine's: they are left in what is measured. Nor is what every sleep takes longer, by the
/// timer of the system: the shortest one so far is what counts as on time.</remarks>
public sealed class HiccupMeter : IDisposable
{
    private const long SleepUs = 1_000;

    private readonly Thread _thread;
    private readonly LatencySeries _series;
    private volatile bool _isOver;

    /// <summary>Starts the thread.</summary>
    /// <param name="series">Where it notes what it sees.</param>
    public HiccupMeter(LatencySeries series)
    {
        _series = series;
        _thread = new Thread(Run) { IsBackground = true, Name = "hiccup meter" };
        _thread.Start();
    }

    /// <summary>Ends the thread.</summary>
    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
    }

    private void Run()
    {
        var (before, pausesBefore) = (WallClock.NowUs(), GC.GetTotalPauseDuration());
        var shortestUs = long.MaxValue;
        while (!_isOver)
        {
            Thread.Sleep(1);   // what is measured: nothing is waited for
            var (now, pauses) = (WallClock.NowUs(), GC.GetTotalPauseDuration());
            var sleptUs = now - before - (long)(pauses - pausesBefore).TotalMicroseconds;
            shortestUs = Math.Clamp(sleptUs, SleepUs, shortestUs);
            _series.Add(now, sleptUs - shortestUs);
            (before, pausesBefore) = (now, pauses);
        }
    }
}
