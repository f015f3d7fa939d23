namespace Akka.Flink.Runtime.Tests.Jobs;

/// <summary>Holds a source back: numbers below the limit pass at once, others after a moment each, so that a job lasts as long as a test
/// wants.</summary>
internal sealed class Gate
{
    private const int HeldMs = 2;

    private readonly ManualResetEventSlim _open = new();
    private readonly long _limit;

    public Gate(long limit = 0) => _limit = limit;

    /// <summary>Everything passes at once from here on.</summary>
    public void Open() => _open.Set();

    public void Wait(long number)
    {
        if (number >= _limit)
            _open.Wait(HeldMs);
    }
}
