namespace Akka.Flink.Jobs.Loops;

/// <summary>The hand-written loops that the engine is compared with: one thread, no framework, the same generator, no use of the density of
/// keys.</summary>
internal static class HandWritten
{
    /// <summary>Runs the loop of a job; with more than one source, what then is defined of it.</summary>
    public static Outcome Run(JobCase run) => run.Job switch
    {
        "stateless" => StatelessLoop.Run(run.Events, run.Keys),
        "running" => RunningLoop.Run(run.Events, run.Keys, run.Checksum),
        "window" => WindowLoop.Run(run.Events, run.Keys),
        "sliding" => SlidingLoop.Run(run.Events, run.Keys),
        "session" => new SessionLoop().Run(run.Events, run.Keys),
        "timers" => new TimersLoop().Run(run.Events, run.Keys, run.Checksum),
        "join" => new JoinLoop().Run(run.Events, run.Keys),
        _ => throw new ArgumentException($"There is no job '{run.Job}'.", nameof(run)),
    };
}
