namespace Akka.Flink.Conformance.Tests;

/// <summary>A case needs something that the engine does not have yet. Such a case counts as failed.</summary>
internal sealed class FeatureMissingException(string feature) : Exception($"The engine has no {feature} yet.");
