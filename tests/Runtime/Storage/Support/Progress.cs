namespace Akka.Flink.Runtime.Tests.Storage.Support;

/// <summary>What a store tells of one segment, to be waited for.</summary>
internal sealed class Progress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<SegmentProgress> _all = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<SegmentProgress> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    public long Persisted => All is [.., var last] ? last.Persisted : 0;

    public Exception? Failure => All.FirstOrDefault(progress => progress.Failure is not null)?.Failure;

    public void Add(SegmentProgress progress)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _all.Add(progress);
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    /// <summary>Waits until it holds, looking again whenever something was told.</summary>
    public async Task UntilAsync(Func<bool> condition, string what)
    {
        var deadlineReached = Task.Delay(Patience);
        while (true)
        {
            Task changed;
            lock (_gate)
                changed = _changed.Task;
            if (condition())
                return;

            Assert.False(
                deadlineReached.IsCompleted, $"Waited in vain: {what}. Persisted: {Persisted}; failure: {Failure?.Message ?? "none"}.");
            await Task.WhenAny(changed, deadlineReached);
        }
    }

    public async Task UntilPersistedAsync(long number)
    {
        await UntilAsync(() => Persisted >= number || Failure is not null, $"chunk {number} is persisted");
        Assert.True(Failure is null, Failure?.Message);
    }

    public async Task<Exception> UntilFailedAsync()
    {
        await UntilAsync(() => Failure is not null, "the failure");
        return Failure!;
    }
}
