namespace Akka.Flink.State.Tests;

/// <summary>Counts what this thread allocates.</summary>
internal static class Allocations
{
    private const int Attempts = 5;

    /// <summary>The least that some runs of an action allocate: a collection that falls into a run counts the rest of the thread's
    /// allocation buffer in.</summary>
    public static long LeastOf(Action action)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Attempts && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
