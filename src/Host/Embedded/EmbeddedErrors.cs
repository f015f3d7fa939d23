namespace Akka.Flink.Host.Embedded;

/// <summary>Every way in which a program is left before its end, in one place.</summary>
internal static class EmbeddedErrors
{
    public static RunEndedException Ended(ExitCode code, string job) => new(code,
        $"Job '{job}' was stopped, so its program does not go on. The same command resumes it.");
}
