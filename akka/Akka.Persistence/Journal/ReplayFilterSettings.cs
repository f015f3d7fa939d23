namespace Akka.Persistence.Journal;

using Akka.Configuration;

/// <summary>The section <c>replay-filter</c> of a journal.</summary>
internal sealed record ReplayFilterSettings(ReplayFilterMode Mode, int WindowSize, int MaxOldWriters, bool Debug)
{
    public static ReplayFilterSettings From(Config journal) => new(
        ModeOf(journal.GetString("replay-filter.mode", "off")),
        journal.GetInt("replay-filter.window-size", 100),
        journal.GetInt("replay-filter.max-old-writers", 10),
        journal.GetBoolean("replay-filter.debug"));

    private static ReplayFilterMode ModeOf(string mode) => mode.ToLowerInvariant() switch
    {
        "off" or "false" => ReplayFilterMode.Disabled,
        "repair-by-discard-old" => ReplayFilterMode.RepairByDiscardOld,
        "fail" => ReplayFilterMode.Fail,
        "warn" => ReplayFilterMode.Warn,
        _ => throw new ConfigurationException(
            $"Invalid replay-filter.mode [{mode}]. Supported values are off, repair-by-discard-old, fail and warn."),
    };
}
