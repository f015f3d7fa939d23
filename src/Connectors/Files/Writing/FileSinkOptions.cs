namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Formats;

/// <summary>What a sink over files was told.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="Folder">Where the files go, as a full path.</param>
/// <param name="Format">How records are written.</param>
internal sealed record FileSinkOptions<T>(string Folder, ISerializationFormat<T> Format)
{
    /// <summary>When a file ends.</summary>
    public RollingPolicy Rolling { get; set; } = RollingPolicy.Default;

    /// <summary>Makes, for a writer, what names the folder of a record; null when there is but one.</summary>
    public Func<Func<T, long, string>>? CreateBuckets { get; set; }

    /// <summary>What names of files end in.</summary>
    public string Suffix { get; set; } = "";

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
