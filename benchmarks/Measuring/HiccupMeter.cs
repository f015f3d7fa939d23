namespace Akka.Flink.Measuring;

/// <summary>A thread of its own that sleeps a millisecond at a time and notes by how much it wakes up late: what it shows comes from the
/// machine and the runtime, not from what is measured beside it.</summary>
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
        var before = WallClock.NowUs();
        while (!_isOver)
        {
            Thread.Sleep(1);
            var now = WallClock.NowUs();
            _series.Add(now, now - before - SleepUs);
            before = now;
        }
    }
}
