namespace Akka.Flink.Host.Embedded;

/// <summary>Every way in which a run in the program's own process ends without a result, in one place.</summary>
internal static class EmbeddedErrors
{
    public static RunEndedException Stopped(string job, ExitCode code) => new(code,
        $"Job '{job}' was stopped. Run the same command again: it resumes the job, or starts it afresh where it takes no checkpoints.");
}
