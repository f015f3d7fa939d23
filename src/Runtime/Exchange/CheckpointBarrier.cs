namespace Akka.Flink.Runtime;

/// <summary>What a barrier says of its checkpoint.</summary>
/// <param name="Number">The checkpoint's number.</param>
/// <param name="Kind">What happens behind it.</param>
/// <param name="IsBase">Whether keyed state is to be written whole.</param>
internal readonly record struct CheckpointBarrier(long Number, CheckpointKind Kind, bool IsBase)
{
    /// <summary>The directory of the savepoint that it is, too; null when it is none.</summary>
    public string? Savepoint { get; init; }
}
