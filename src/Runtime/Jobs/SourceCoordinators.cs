namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.Operators;

/// <summary>The enumerators of all sources of an attempt.</summary>
/// <remarks>Belongs to the job master, and is used on its thread.</remarks>
internal sealed class SourceCoordinators : IDisposable
{
    private readonly Dictionary<string, SourceCoordinator> _coordinators = new(StringComparer.Ordinal);
    private readonly MasterCoordinatorHost _host;
    private readonly AlignmentGroups _alignment;

    /// <summary>Makes them, without starting any.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="graph">The job.</param>
    /// <param name="assign">Takes what the enumerators have for readers.</param>
    /// <param name="master">The job master.</param>
    /// <param name="clock">The node's clock.</param>
    public SourceCoordinators(
        AttemptId attempt, JobGraph graph, Action<JobInputs.AssignSplits> assign, IActorRef master, TimeProvider clock)
    {
        _host = new MasterCoordinatorHost(attempt.Number, master, clock);
        _alignment = new AlignmentGroups(_host);
        foreach (var vertex in graph.Vertices)
        {
            var node = vertex.Nodes[0];
            if (node.CreateCoordinator(_host) is not { } coordinator)
                continue;

            for (var i = 0; i < vertex.Parallelism; i++)
                coordinator.Attach(new TaskSplitOutlet(node.Uid, new SubtaskId(vertex.Id, i), assign));
            _coordinators.Add(node.Uid, coordinator);
            _alignment.Add(coordinator);
        }
    }

    /// <summary>Takes what the enumerators remembered.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <returns>In words, where readers go on.</returns>
    public IReadOnlyList<string> Restore(CompletedCheckpoint checkpoint)
    {
        foreach (var state in checkpoint.Enumerators)
        {
            if (_coordinators.TryGetValue(state.Uid, out var coordinator))
                coordinator.Restore(state.State);
        }

        var positions = new List<string>();
        foreach (var part in checkpoint.Subtasks.SelectMany(subtask => subtask.Operators))
        {
            if (_coordinators.TryGetValue(part.Uid, out var coordinator))
                positions.AddRange(coordinator.Describe(part.Elements));
        }

        return positions;
    }

    /// <summary>Starts them: all tasks run.</summary>
    public void Start()
    {
        foreach (var coordinator in _coordinators.Values)
            coordinator.Start();
        _alignment.Start();
    }

    /// <summary>Takes what a reader tells.</summary>
    /// <param name="sent">What it tells.</param>
    public void Handle(SourceEventSent sent)
    {
        if (_coordinators.TryGetValue(sent.Uid, out var coordinator))
            coordinator.HandleSourceEvent(sent.Subtask, sent.Data);
    }

    /// <summary>Takes the watermark of a source that waits for others.</summary>
    /// <param name="report">The report.</param>
    public void Handle(WatermarkReported report) => _alignment.Report(report.Uid, report.Subtask, report.WatermarkMs);

    /// <summary>Takes a reader's request.</summary>
    /// <param name="uid">The source.</param>
    /// <param name="subtask">The reader's subtask.</param>
    public void RequestSplit(string uid, int subtask)
    {
        if (_coordinators.TryGetValue(uid, out var coordinator))
            coordinator.HandleSplitRequest(subtask);
    }

    /// <summary>What they remember.</summary>
    /// <param name="number">The checkpoint.</param>
    public IReadOnlyList<EnumeratorState> Snapshot(long number) =>
        [.. _coordinators.Select(each => new EnumeratorState(each.Key, each.Value.Snapshot(number)))];

    /// <summary>Closes them, all of them, and then throws what the first one threw.</summary>
    public void Dispose()
    {
        Exception? failure = null;
        foreach (var coordinator in _coordinators.Values)
        {
            try
            {
                coordinator.Close();
            }
            catch (Exception cause)   // the others are closed all the same
            {
                failure ??= cause;
            }
        }

        _coordinators.Clear();
        _host.Dispose();
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }
}
