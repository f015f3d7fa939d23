namespace Akka.Flink.State.Tables;

/// <summary>Which keys a restore takes.</summary>
/// <param name="Range">The key groups that this subtask owns.</param>
/// <param name="MaxParallelism">How many there are in all.</param>
internal readonly record struct RestoreScope(KeyGroupRange Range, int MaxParallelism)
{
    /// <summary>Whether a key is taken.</summary>
    /// <param name="hash">Its hash.</param>
    public bool Contains(uint hash) => Range.Contains(KeyGroups.Of(hash, MaxParallelism));
}
