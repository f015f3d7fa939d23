namespace Akka.Flink.Runtime;

/// <summary>A checkpoint of a job.</summary>
/// <param name="Attempt">The number of the attempt that took it.</param>
/// <param name="Number">Its number: rises within an attempt, and from each attempt to the next, starting after the last completed
/// one.</param>
public readonly record struct CheckpointId(int Attempt, long Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Attempt}/{Number}";
}
