namespace Akka.Flink.Runtime;

/// <summary>When checkpoints are taken: <c>execution.checkpointing</c>.</summary>
internal sealed record CheckpointSettings
{
    /// <summary><c>interval</c>: how often; null never. A job without checkpoints is not recorded, and starts afresh each time.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary><c>timeout</c>: after which a checkpoint is given up.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary><c>min-pause</c>: between the end of one and the trigger of the next.</summary>
    public TimeSpan MinPause { get; init; } = TimeSpan.Zero;

    /// <summary><c>tolerable-failed-checkpoints</c>: how many in a row do not fail the attempt.</summary>
    public int TolerableFailures { get; init; }

    /// <summary><c>num-retained</c>: how many completed ones are kept.</summary>
    public int Retained { get; init; } = 1;

    /// <summary><c>savepoint-dir</c>: where savepoints go whose place nobody says; null where nobody said that either.</summary>
    public string? SavepointDirectory { get; init; }

    /// <summary><c>savepoint-at-stop</c>: whether Ctrl-C and SIGTERM end a job in its own process with a savepoint.</summary>
    public bool SavepointAtStop { get; init; }

    /// <summary>Whether barriers are aligned: <see cref="CheckpointingMode.ExactlyOnce"/>.</summary>
    public CheckpointingMode Mode { get; init; } = CheckpointingMode.ExactlyOnce;

    /// <summary><c>base-ratio</c>: keyed state is written whole when what a restore would read exceeds the last base by this
    /// factor.</summary>
    public double BaseRatio { get; init; } = 2;

    /// <summary>Reads the section.</summary>
    /// <param name="reader">What is configured.</param>
    /// <param name="interval">How often the job takes checkpoints, all told; null never.</param>
    /// <param name="mode">Whether barriers are aligned, all told.</param>
    public static CheckpointSettings From(SettingsReader reader, TimeSpan? interval, CheckpointingMode mode) => new()
    {
        Interval = interval,
        Mode = mode,
        Timeout = reader.Duration("execution.checkpointing.timeout", TimeSpan.FromMilliseconds(10)),
        MinPause = reader.Duration("execution.checkpointing.min-pause", TimeSpan.Zero),
        TolerableFailures = reader.Number("execution.checkpointing.tolerable-failed-checkpoints", 0, int.MaxValue),
        Retained = reader.Number("execution.checkpointing.num-retained", 1, 1000),
        SavepointDirectory = reader.OptionalText("execution.checkpointing.savepoint-dir"),
        SavepointAtStop = reader.Switch("execution.checkpointing.savepoint-at-stop"),
        BaseRatio = reader.Fraction("execution.checkpointing.base-ratio", 1, 1000),
    };
}
