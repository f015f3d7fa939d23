namespace Akka.Flink.Testing;

using Akka.Flink.Runtime;

/// <summary>What was heard of a job so far.</summary>
/// <remarks><para><b>Threads.</b> An actor's writes, any read.</para></remarks>
internal sealed class JobHistory
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IReadOnlyList<string> _positions = [];
    private volatile string? _lastFailure;
    private volatile bool _isRunning;
    private int _attempt;
    private int _checkpoints;
    private int _failedCheckpoints;
    private int _failures;

    public int Attempt => Volatile.Read(ref _attempt);

    public int Checkpoints => Volatile.Read(ref _checkpoints);

    public int FailedCheckpoints => Volatile.Read(ref _failedCheckpoints);

    /// <summary>How many attempts have failed.</summary>
    public int Failures => Volatile.Read(ref _failures);

    public bool IsRunning => _isRunning;

    public IReadOnlyList<string> Positions => _positions;

    public string? LastFailure => _lastFailure;

    /// <summary>Takes what has happened.</summary>
    public void Add(JobEvent happened)
    {
        switch (happened)
        {
            case AttemptBegan began:
                _positions = began.Positions;
                Volatile.Write(ref _attempt, began.Attempt);
                break;
            case AttemptFailed failed:
                (_isRunning, _lastFailure) = (false, failed.Failure.Message);
                Interlocked.Increment(ref _failures);
                break;
            case CheckpointDone:
                Interlocked.Increment(ref _checkpoints);
                break;
            case CheckpointFailed failed:
                _lastFailure = failed.Reason;
                Interlocked.Increment(ref _failedCheckpoints);
                break;
            case StatusChanged changed:
                _isRunning = changed.Status == JobStatus.Running;
                break;
        }

        lock (_lock)
        {
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until something more is heard, or a moment: what is waited for may be outside of the job.</summary>
    public async Task ChangeAsync()
    {
        Task changed;
        lock (_lock)
            changed = _changed.Task;
        await Task.WhenAny(changed, Task.Delay(LookAgain)).ConfigureAwait(false);
    }
}
