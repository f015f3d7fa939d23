namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Formats;

/// <summary>What a source over files was told.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="Format">How records are read.</param>
/// <param name="Paths">Files and folders, as full paths.</param>
internal sealed record FileSourceOptions<T>(IDeserializationFormat<T> Format, IReadOnlyList<string> Paths)
{
    /// <summary>Whether folders are read with all that lies below them.</summary>
    public bool IsRecursive { get; set; }

    /// <summary>How often to look for new files; null never.</summary>
    public TimeSpan? Interval { get; set; }

    /// <summary>What is done with malformed records.</summary>
    public MalformedRecords Malformed { get; set; } = MalformedRecords.Fail;

    /// <summary>How large the parts of a file are.</summary>
    public long SplitSizeBytes { get; set; } = 16 << 20;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
