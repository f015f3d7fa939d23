namespace Akka.Flink.Testing;

using Akka.Flink.Runtime;

/// <summary>What sources and sinks see of a cluster's configuration.</summary>
/// <param name="configuration">The configuration.</param>
internal sealed class ClusterSettings(FlinkConfiguration configuration) : ISettings
{
    public string? Find(string key) => configuration.Find(key) is { IsSet: true } setting ? setting.Value : null;
}
