namespace Akka.Flink.Runtime;

using Akka.Flink.State;

/// <summary>What the configuration says of things that a program says, too. Null where nobody set it: the program decides.</summary>
internal sealed record PipelineSettings
{
    private const int LongestId = 64;

    /// <summary><c>parallelism.default</c>.</summary>
    public int? Parallelism { get; init; }

    /// <summary><c>pipeline.max-parallelism</c>.</summary>
    public int? MaxParallelism { get; init; }

    /// <summary><c>execution.checkpointing.interval</c>; zero for none.</summary>
    public TimeSpan? CheckpointInterval { get; init; }

    /// <summary><c>execution.checkpointing.mode</c>.</summary>
    public CheckpointingMode? CheckpointingMode { get; init; }

    /// <summary><c>pipeline.job-id</c>.</summary>
    public string? JobId { get; init; }

    /// <summary>Reads it.</summary>
    /// <param name="reader">What is configured.</param>
    public static PipelineSettings From(SettingsReader reader)
    {
        var parallelism = reader.Number("parallelism.default", 1, KeyGroupRange.MaxKeyGroups);
        var maxParallelism = reader.Number("pipeline.max-parallelism", 0, KeyGroupRange.MaxKeyGroups);
        var interval = reader.Duration("execution.checkpointing.interval", TimeSpan.Zero);
        var mode = reader.Choice(
            "execution.checkpointing.mode",
            ("exactly-once", Flink.CheckpointingMode.ExactlyOnce),
            ("at-least-once", Flink.CheckpointingMode.AtLeastOnce));
        var id = reader.Text("pipeline.job-id", IsId, $"letters, digits and '-', at most {LongestId}");
        return new PipelineSettings
        {
            Parallelism = reader.IsSet("parallelism.default") ? parallelism : null,
            MaxParallelism = reader.IsSet("pipeline.max-parallelism") && maxParallelism > 0 ? maxParallelism : null,
            CheckpointInterval = reader.IsSet("execution.checkpointing.interval") ? interval : null,
            CheckpointingMode = reader.IsSet("execution.checkpointing.mode") ? mode : null,
            JobId = string.IsNullOrEmpty(id) ? null : id,
        };
    }

    private static bool IsId(string text) =>
        text.Length <= LongestId && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
