namespace Akka.Flink.Jobs.Checkpoints;

using System.Diagnostics;
using System.Globalization;

/// <summary>Runs the job in a process of its own, kills that with SIGKILL, and counts until a new one has its first result.</summary>
internal static class CheckpointRun
{
    /// <summary>The verb of the process that is killed.</summary>
    public const string JobVerb = "checkpoint-job";

    /// <summary>Measures.</summary>
    /// <param name="options">What with.</param>
    /// <param name="page">Receives the report.</param>
    /// <returns>Whether there is one.</returns>
    public static bool Run(CheckpointOptions options, TextWriter page)
    {
        Directory.CreateDirectory(options.Plots);
        var directory = Directory.CreateTempSubdirectory("akka-flink-bench-").FullName;
        try
        {
            long killedAt;
            using (var job = Start(options, directory))
            {
                if (!Await(job, CheckpointJob.Measured))
                    return false;

                killedAt = Stopwatch.GetTimestamp();
                job.Kill();
                job.WaitForExit();
            }

            using (var resumed = Start(options, directory))
            {
                if (!Await(resumed, CheckpointJob.FirstResult))
                    return false;

                var seconds = Stopwatch.GetElapsedTime(killedAt).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
                page.WriteLine(File.ReadAllText(Path.Combine(options.Plots, CheckpointJob.Report)));
                page.WriteLine($"From kill -9 to the first result of a new process: {seconds} s (goal: < 10).");
                resumed.Kill();
                resumed.WaitForExit();
            }

            return true;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static Process Start(CheckpointOptions options, string directory)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(CheckpointRun).Assembly.Location);
        string[] arguments = [JobVerb, "--dir", directory, .. ArgumentsOf(options)];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static IEnumerable<string> ArgumentsOf(CheckpointOptions options) =>
    [
        "-k", options.Keys.ToString(CultureInfo.InvariantCulture),
        "--rate", options.Rate.ToString(CultureInfo.InvariantCulture),
        "--interval", $"{options.Interval.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)}ms",
        "--duration", $"{options.Duration.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)}ms",
        "--plots", options.Plots,
    ];

    private static bool Await(Process job, string line)
    {
        while (job.StandardOutput.ReadLine() is { } said)
        {
            if (said == line)
                return true;
        }

        job.WaitForExit();
        Console.Error.WriteLine($"The process of the job ended with exit code {job.ExitCode} before it said '{line}'.");
        return false;
    }
}
