namespace Akka.Flink.Host.Embedded;

using Akka.Flink.Runtime;

/// <summary>Ends processes that are there for one program: with the exit code of its job, and without the trace of an error that says all
/// by itself.</summary>
internal static class ProcessEnd
{
    private const string ReportedKey = "akka.flink.reported";

    private static int _isRegistered;

    /// <summary>Ends the process.</summary>
    /// <param name="code">What with.</param>
    public static void Now(ExitCode code)
    {
        Console.Out.Flush();
#pragma warning disable RS0030 // the process is this program's own, and its Main must not go on as if the job had ended well
        Environment.Exit((int)code);
#pragma warning restore RS0030
    }

    /// <summary>Has errors of ours that nobody catches end the process with their message and their exit code.</summary>
    public static void OnUnhandledErrors()
    {
        if (Interlocked.Exchange(ref _isRegistered, 1) == 0)
            AppDomain.CurrentDomain.UnhandledException += (_, unhandled) => End(unhandled.ExceptionObject);
    }

    /// <summary>Says an error, unless that was done.</summary>
    /// <param name="error">The error.</param>
    /// <returns>What a process ends with that it ends.</returns>
    public static ExitCode Report(FlinkException error)
    {
        if (!error.Data.Contains(ReportedKey))
            Console.Error.WriteLine(error.Message);
        return error.Data[ReportedKey] as ExitCode? ?? CodeOf(error);
    }

    /// <summary>Notes that an error was said.</summary>
    /// <param name="error">The error.</param>
    /// <param name="code">What a process ends with that it ends.</param>
    /// <returns>The error.</returns>
    public static FlinkException MarkReported(FlinkException error, ExitCode code)
    {
        error.Data[ReportedKey] = code;
        return error;
    }

    private static ExitCode CodeOf(FlinkException error) => error switch
    {
        JobFinishedException => ExitCode.Finished,
        StorageException { IsInUse: true } => ExitCode.Busy,
        { Domain: ErrorDomain.Definition } => ExitCode.Usage,
        _ => ExitCode.Failed,
    };

    private static void End(object error)
    {
        if (error is FlinkException ours)
            Now(Report(ours));
    }
}
