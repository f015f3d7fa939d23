namespace Akka.Flink.Chaos.Tests.Cluster;

/// <summary>Looks at the job again and again, and counts.</summary>
/// <remarks>A checkpoint that was superseded between two looks is not counted: the number is too small rather than too large.</remarks>
internal sealed class JobMonitor : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private readonly ChaosCluster _cluster;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _looking;
    private int _checkpoints;
    private volatile JobView? _last;
    private string _cause = "";

    public JobMonitor(ChaosCluster cluster)
    {
        _cluster = cluster;
        _looking = Task.Run(LookAsync);
    }

    /// <summary>What was seen last; null when nobody answered.</summary>
    public JobView? Job => _last;

    /// <summary>How many checkpoints were seen to be complete.</summary>
    public int Checkpoints => Volatile.Read(ref _checkpoints);

    /// <summary>How many attempts there were after the first one.</summary>
    public int Restarts { get; private set; }

    /// <summary>Why the last attempt began.</summary>
    public string LastCause => _cause;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _looking;
        _end.Dispose();
    }

    private async Task LookAsync()
    {
        using var steps = new PeriodicTimer(Interval);
        var number = 0L;
        while (!_end.IsCancellationRequested)
        {
            var job = await _cluster.JobAsync();
            if (job?.LastCheckpoint is { } checkpoint && checkpoint.Number > number)
            {
                number = checkpoint.Number;
                Interlocked.Increment(ref _checkpoints);
            }

            if (job is not null)
            {
                Restarts = Math.Max(Restarts, job.Attempt - 1);
                _cause = job.Restores.Count > 0 ? job.Restores[^1].Cause : "";
            }

            _last = job;
            await steps.WaitForNextTickAsync();
        }
    }
}
