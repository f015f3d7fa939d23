namespace Akka.Flink.Runtime;

/// <summary>How the job manager keeps its journal.</summary>
internal sealed record JobManagerSettings
{
    /// <summary>The journal's plugin id; empty for the actor system's default journal.</summary>
    public string JournalPluginId { get; init; } = "";

    /// <summary>The persistence id.</summary>
    public string PersistenceId { get; init; } = "job-manager";

    /// <summary>After how many events they are summed up in one, and deleted.</summary>
    public int CompactAfter { get; init; } = 200;

    /// <summary>How soon a job manager that has failed is started again, at first.</summary>
    public TimeSpan MinBackoff { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How soon it is started again, after many failures.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(10);
}
