namespace Akka.Flink.Runtime;

/// <summary>What was set makes no sense. Nothing was started.</summary>
/// <param name="message">Every violation, with key, value, what is accepted, and where it was set.</param>
public sealed class SettingsException(string message) : FlinkException(ErrorDomain.Definition, message);
