namespace Akka.Flink.Testing;

/// <summary>How a harness runs a pipeline.</summary>
public sealed record HarnessOptions
{
    /// <summary>How many subtasks each operator has that is not told otherwise. Default: 1.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>How many key groups there are. Default: 128.</summary>
    public int MaxParallelism { get; init; } = 128;

    /// <summary>How often watermark generators are asked, in milliseconds of the clock; 0 never. Default: 200.</summary>
    public long AutoWatermarkIntervalMs { get; init; } = 200;

    /// <summary>Whether every value goes through bytes on every edge, so that what cannot be serialized, or is changed after it was
    /// emitted, shows.</summary>
    public bool ForceSerialization { get; init; }

    /// <summary>Whether state hands out copies, so that a function that changes a value of its state without <c>Update</c> shows.</summary>
    public bool CopyState { get; init; }

    /// <summary>Whether the output takes one element at a time and refuses the next one for a while. For parallelism 1.</summary>
    public bool BlockOutput { get; init; }

    /// <summary>Whether a snapshot holds what has changed since the last one, where it can, so that a restore needs a base and the changes
    /// behind it.</summary>
    public bool IncrementalSnapshots { get; init; }
}
