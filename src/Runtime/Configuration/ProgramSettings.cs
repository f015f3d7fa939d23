namespace Akka.Flink.Runtime;

/// <summary>How a node of a cluster gets the graphs of jobs from their programs.</summary>
/// <param name="CacheDirectory"><c>cluster.cache-dir</c>: where it unpacks programs, on its own host.</param>
/// <param name="CaptureTimeout"><c>cluster.capture-timeout</c>: how long an entry point may take until it executes its job.</param>
internal sealed record ProgramSettings(string CacheDirectory, TimeSpan CaptureTimeout)
{
    private const string DefaultFolder = "programs";

    /// <summary>Reads it.</summary>
    /// <param name="reader">What is configured.</param>
    public static ProgramSettings From(SettingsReader reader)
    {
        var cache = reader.Text("cluster.cache-dir", _ => true, "a folder");
        var node = reader.Text("dir", path => path.Length > 0, "a folder, such as '.akka-flink'");
        return new ProgramSettings(
            string.IsNullOrEmpty(cache) ? Path.Combine(node ?? "", DefaultFolder) : cache,
            reader.Duration("cluster.capture-timeout", TimeSpan.FromMilliseconds(100)));
    }
}
