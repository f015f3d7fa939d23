namespace Akka.Flink.Testing;

/// <summary>What an element of a script, or of what comes out, is.</summary>
public enum ElementKind
{
    /// <summary>A record, with or without a timestamp, of the main output or of a side output.</summary>
    Record,

    /// <summary>A watermark.</summary>
    Watermark,

    /// <summary>The stream is idle from now on.</summary>
    Idle,

    /// <summary>The stream is active again.</summary>
    Active,

    /// <summary>The stream ends: the watermark <see cref="long.MaxValue"/>, then its end.</summary>
    EndOfInput,

    /// <summary>The clock is set, and what is due by it fires. In scripts only.</summary>
    ProcessingTime,

    /// <summary>A snapshot is taken, after which everything goes on as if it had not been. In scripts only.</summary>
    Snapshot,

    /// <summary>A snapshot is taken, and new operators go on from it as after a failure: without current watermarks and statuses. In
    /// scripts only.</summary>
    Restore,
}
