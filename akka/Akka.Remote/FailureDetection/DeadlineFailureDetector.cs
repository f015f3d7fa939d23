namespace Akka.Remote;

using Akka.Configuration;
using Akka.Event;

/// <summary>A resource is alive until it has been silent for a given time.</summary>
public class DeadlineFailureDetector : FailureDetector
{
    private readonly Clock _clock;
    private readonly long _deadlineMs;
    private long _heartbeatMs;
    private volatile bool _active;

    public DeadlineFailureDetector(TimeSpan acceptableHeartbeatPause, TimeSpan heartbeatInterval, Clock clock = null)
    {
        if (acceptableHeartbeatPause <= TimeSpan.Zero)
            throw new ArgumentException($"AcceptableHeartbeatPause is {acceptableHeartbeatPause}, but must be > 0.");
        if (heartbeatInterval <= TimeSpan.Zero)
            throw new ArgumentException($"HeartbeatInterval is {heartbeatInterval}, but must be > 0.");

        _clock = clock ?? DefaultClock;
        _deadlineMs = (long)(acceptableHeartbeatPause + heartbeatInterval).TotalMilliseconds;
    }

    public DeadlineFailureDetector(Config config, EventStream eventStream)
        : this(config.GetTimeSpan("acceptable-heartbeat-pause"), config.GetTimeSpan("heartbeat-interval"))
    {
    }

    public override bool IsAvailable => !_active || Volatile.Read(ref _heartbeatMs) + _deadlineMs > _clock();

    public override bool IsMonitoring => _active;

    public override void HeartBeat()
    {
        Volatile.Write(ref _heartbeatMs, _clock());
        _active = true;
    }
}
