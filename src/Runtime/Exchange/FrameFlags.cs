namespace Akka.Flink.Runtime;

/// <summary>What a frame says of itself.</summary>
[Flags]
internal enum FrameFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Records have timestamps: a column of them comes first.</summary>
    HasTimestamps = 1,

    /// <summary>It is the last of a batch with records, which took credit.</summary>
    EndsBatch = 2,

    /// <summary>A watermark stands behind its records.</summary>
    HasWatermark = 4,

    /// <summary>It is a piece of a record that is too large for one frame; the next frame goes on with it.</summary>
    Continues = 8,

    /// <summary>All that are known.</summary>
    All = HasTimestamps | EndsBatch | HasWatermark | Continues,
}
