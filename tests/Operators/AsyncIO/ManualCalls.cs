namespace Akka.Flink.Operators.Tests.AsyncIO;

/// <summary>Calls that end when a test says so, each with its own number.</summary>
internal sealed class ManualCalls
{
    private readonly Dictionary<int, TaskCompletionSource<int>> _calls = [];

    /// <summary>The calls that have not ended.</summary>
    public IReadOnlyCollection<int> InFlight => _calls.Keys;

    public Task<int> Begin(int value, CancellationToken cancellationToken) =>
        (_calls[value] = new TaskCompletionSource<int>()).Task;

    public void End(int id)
    {
        _calls.Remove(id, out var call);
        call!.SetResult(id);
    }

    public void Fail(int id, Exception failure)
    {
        _calls.Remove(id, out var call);
        call!.SetException(failure);
    }

    public void Forget() => _calls.Clear();
}
