namespace Akka.Flink.Runtime;

/// <summary>Something that the thread of a lease is to do, and its answer.</summary>
/// <param name="work">What to do.</param>
internal sealed class LeaseRequest(Func<bool> work)
{
    private readonly TaskCompletionSource<bool> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What came of it.</summary>
    public Task<bool> Answer => _answer.Task;

    /// <summary>Does it.</summary>
    public void Run()
    {
        try
        {
            _answer.TrySetResult(work());
        }
        catch (Exception cause)
        {
            _answer.TrySetException(cause);
        }
    }

    /// <summary>Does not do it.</summary>
    /// <param name="reason">Why.</param>
    public void Refuse(Exception reason) => _answer.TrySetException(reason);
}
