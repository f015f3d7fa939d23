namespace Akka.Flink.Runtime;

using System.Collections.Concurrent;

/// <summary>The probes of all tasks of a node.</summary>
/// <remarks><para><b>Threads.</b> Any.</para></remarks>
internal sealed class TaskProbes
{
    private readonly ConcurrentDictionary<(AttemptId, SubtaskId), TaskProbe> _probes = new();

    /// <summary>All probes.</summary>
    public IEnumerable<TaskProbe> All => _probes.Values;

    /// <summary>Adds a probe.</summary>
    /// <param name="probe">The probe.</param>
    public void Add(TaskProbe probe) => _probes[(probe.Attempt, probe.Subtask)] = probe;

    /// <summary>Removes a probe.</summary>
    /// <param name="probe">The probe.</param>
    public void Remove(TaskProbe probe) => _probes.TryRemove((probe.Attempt, probe.Subtask), out _);

    /// <summary>Says what a task that does not answer is doing.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="subtask">The subtask.</param>
    /// <returns>Such as <c>operator 'Parse' (parse) has been at work for 00:03:00</c>; null where nothing is known.</returns>
    public string? Describe(AttemptId attempt, SubtaskId subtask) =>
        _probes.TryGetValue((attempt, subtask), out var probe) ? probe.DescribeActivity() : null;
}
