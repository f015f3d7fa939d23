namespace Akka.Flink.State.Keyed;

/// <summary>What a backend is told.</summary>
/// <param name="Uid">The operator's uid.</param>
/// <param name="Subtask">The subtask's index.</param>
/// <param name="Range">The key groups that the subtask owns.</param>
/// <param name="MaxParallelism">How many key groups there are in all.</param>
/// <param name="Types">Where serializers and codecs are found.</param>
internal sealed record KeyedStateSetup(string Uid, int Subtask, KeyGroupRange Range, int MaxParallelism, StateTypes Types);
