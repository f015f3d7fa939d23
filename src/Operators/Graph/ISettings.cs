namespace Akka.Flink;

/// <summary>What the configuration says of a key, for sources and sinks.</summary>
/// <remarks>Whoever runs the program fills it with what a user set, on the command line, in the environment or in a file; defaults that are
/// shipped are not in it.</remarks>
public interface ISettings
{
    /// <summary>Looks a key up.</summary>
    /// <param name="key">The key below <c>akka.flink</c>, such as <c>connectors.kafka.delivery-guarantee</c>.</param>
    /// <returns>What was set; null when nothing was.</returns>
    string? Find(string key);
}
