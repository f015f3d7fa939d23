namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>How a <see cref="SynchronousDriver"/> runs a job.</summary>
public sealed record SynchronousDriverOptions
{
    /// <summary>How many records a source is asked for at a time: 1 to <see cref="RecordBatch{T}.Capacity"/>, which is the
    /// default.</summary>
    public int BatchSize { get; init; } = RecordBatch<int>.Capacity;

    /// <summary>Whether every value goes through bytes on every edge, so that what cannot be serialized, or is changed after it was
    /// emitted, shows.</summary>
    public bool ForceSerialization { get; init; }

    /// <summary>Whether values are shared between consumers and tasks instead of copied. For programs that never change a value once it is
    /// emitted.</summary>
    public bool ObjectReuse { get; init; }

    /// <summary>How often watermark generators are asked, in milliseconds of the clock; 0 never. Default: 200.</summary>
    public long AutoWatermarkIntervalMs { get; init; } = 200;

    /// <summary>Put around what functions see of their state; null for nothing. For tests.</summary>
    internal Func<IRuntimeContext, IRuntimeContext>? StateWrapper { get; init; }

    /// <summary>The clock; null for one that stands still until <see cref="SynchronousDriver.SetProcessingTime"/> moves it.</summary>
    public TimeProvider? Clock { get; init; }
}
