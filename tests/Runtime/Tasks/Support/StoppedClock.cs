namespace Akka.Flink.Runtime.Tests.Tasks.Support;

/// <summary>A clock that stands still, and whose timers never fire: whatever goes on was woken by something else.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public override long GetTimestamp() => 1;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer();

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
