namespace Akka.Flink.Runtime;

/// <summary>The sections of the node's dispatchers. Akka reads them; here it is checked that it can.</summary>
internal static class DispatcherSettings
{
    /// <summary>Checks the sections.</summary>
    /// <param name="reader">What is configured.</param>
    public static void Check(SettingsReader reader)
    {
        CheckWords(reader, "task-dispatcher.type", "task-dispatcher.executor", "task-dispatcher.dedicated-thread-pool.threadtype");
        CheckWords(reader, "job-master-dispatcher.type");
        reader.Number("task-dispatcher.throughput", 1, 100_000);
    }

    private static void CheckWords(SettingsReader reader, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            reader.Text(key, value => value.Length > 0, "what Akka.NET accepts for a dispatcher");
    }
}
