namespace Akka.Flink.Runtime;

/// <summary>What a job begins from: <c>execution.state-recovery</c>.</summary>
internal sealed record StateRecoverySettings
{
    /// <summary><c>path</c>: the directory of a savepoint; null for none.</summary>
    public string? Path { get; init; }

    /// <summary><c>ignore-unclaimed-state</c>: whether state may be left behind that no operator claims.</summary>
    public bool IgnoresUnclaimed { get; init; }

    /// <summary>Reads the section.</summary>
    /// <param name="reader">What is configured.</param>
    public static StateRecoverySettings From(SettingsReader reader) => new()
    {
        Path = reader.OptionalText("execution.state-recovery.path"),
        IgnoresUnclaimed = reader.Switch("execution.state-recovery.ignore-unclaimed-state"),
    };
}
