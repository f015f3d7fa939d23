namespace Akka.Flink.Runtime;

/// <summary>What concerns a node, whatever jobs it runs.</summary>
/// <param name="Directory"><c>dir</c>, as it was set.</param>
/// <param name="LogLevel"><c>log.level</c>, by Akka's names.</param>
/// <param name="TaskThreads">How many threads tasks have; 0 for one for each slot.</param>
internal sealed record HostSettings(string Directory, string LogLevel, int TaskThreads)
{
    /// <summary>Reads it.</summary>
    /// <param name="reader">What is configured.</param>
    public static HostSettings From(SettingsReader reader)
    {
        var directory = reader.Text("dir", path => path.Length > 0, "a folder, such as '.akka-flink'");
        var level = reader.Choice(
            "log.level", ("off", "OFF"), ("error", "ERROR"), ("warning", "WARNING"), ("info", "INFO"), ("debug", "DEBUG"));
        DispatcherSettings.Check(reader);
        return new HostSettings(directory, level, reader.Number("task-dispatcher.dedicated-thread-pool.thread-count", 0, 1024));
    }
}
