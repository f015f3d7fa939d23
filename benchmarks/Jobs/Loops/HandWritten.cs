namespace Akka.Flink.Jobs.Loops;

/// <summary>The hand-written loops that the engine is compared with: one thread, no framework, the same generator, no use of the density of
/// keys.</summary>
internal static class HandWritten
{
    /// <summary>Runs the loop of a job.</summary>
    public static Outcome Run(string job, long events, long keys) => job switch
    {
        "stateless" => StatelessLoop.Run(events, keys),
        "running" => RunningLoop.Run(events, keys),
        "window" => WindowLoop.Run(events, keys),
        "sliding" => SlidingLoop.Run(events, keys),
        "session" => new SessionLoop().Run(events, keys),
        "timers" => new TimersLoop().Run(events, keys),
        "join" => new JoinLoop().Run(events, keys),
        _ => throw new ArgumentException($"There is no job '{job}'.", nameof(job)),
    };
}
