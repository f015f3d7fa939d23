namespace Akka.Flink.Host.Embedded;

using Akka.Flink.Runtime;

/// <summary>What sources and sinks see of the configuration.</summary>
/// <param name="configuration">The configuration.</param>
internal sealed class ConfiguredSettings(FlinkConfiguration configuration) : ISettings
{
    public string? Find(string key) => configuration.Find(key) is { IsSet: true } setting ? setting.Value : null;
}
