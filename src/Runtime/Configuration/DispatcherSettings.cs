namespace Akka.Flink.Runtime;

/// <summary>The sections of the node's dispatchers. Akka reads them; here it is checked that it can.</summary>
internal static class DispatcherSettings
{
    /// <summary>Where tasks run.</summary>
    public const string Tasks = "akka.flink.task-dispatcher";

    /// <summary>Where job manager and job masters run.</summary>
    public const string Jobs = "akka.flink.job-dispatcher";

    /// <summary>Checks both sections.</summary>
    /// <param name="reader">What is configured.</param>
    public static void Check(SettingsReader reader)
    {
        CheckWords(reader, "task-dispatcher.type", "task-dispatcher.executor", "task-dispatcher.dedicated-thread-pool.threadtype");
        CheckWords(reader, "job-dispatcher.type", "job-dispatcher.executor", "job-dispatcher.dedicated-thread-pool.threadtype");
        reader.Number("task-dispatcher.throughput", 1, 100_000);
        reader.Number("job-dispatcher.throughput", 1, 100_000);
        reader.Number("job-dispatcher.dedicated-thread-pool.thread-count", 1, 1024);
    }

    private static void CheckWords(SettingsReader reader, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            reader.Text(key, value => value.Length > 0, "what Akka.NET accepts for a dispatcher");
    }
}
