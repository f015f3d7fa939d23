namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Flink.Operators;

/// <content>What there is to say of the job.</content>
internal sealed partial class JobMasterActor
{
    private const int RestoresKept = 100;
    private const int PositionsRecorded = 256;

    private readonly Queue<RestoreDescription> _restores = new();
    private DateTimeOffset _since;
    private JobStatus _shown;
    private string? _reason;
    private string _cause = "the job was submitted";

    private void Stand(JobStatus status, string? reason)
    {
        if (status != _shown || _reason != reason)
            _since = Now;
        (_shown, _reason) = (status, reason);
        if (status == JobStatus.Restarting && reason is not null)
            _cause = reason;
        _manager.Tell(new JobMasterProtocol.Stands(Summarize(status)), _self);
    }

    private JobSummary Summarize(JobStatus status)
    {
        var reason = _reason ?? _endReason ?? ProgressReason.Of(_graph, _state, _samples, Now.ToUnixTimeMilliseconds());
        return new JobSummary(_state.Job.Value, _graph.Name, status, reason, _state.Attempt, _since);
    }

    // Of attempts that other masters of the job began, only what is recorded is known.
    private void KeepRestores(IEnumerable<RestoreRecord> restores)
    {
        foreach (var restore in restores)
            _restores.Enqueue(DescribeEarlier(restore));
    }

    /// <summary>What is known of an attempt that another master began.</summary>
    /// <param name="restore">What is recorded of it.</param>
    public static RestoreDescription DescribeEarlier(RestoreRecord restore) =>
        new(
        restore.Attempt, restore.At, restore.Checkpoint?.ToString().Replace('/', '.'), restore.Positions,
        restore.Cause ?? "not recorded");

    private void NoteRestore(int attempt, CompletedCheckpoint? checkpoint, IReadOnlyList<string> positions)
    {
        _restores.Enqueue(new RestoreDescription(attempt, Now, checkpoint?.Id.ToString().Replace('/', '.'), [.. positions], _cause));
        if (_restores.Count > RestoresKept)
            _restores.Dequeue();
        if (_start is not null)
            _manager.Tell(new LedgerInputs.NoteRestore(_state.Job, attempt, ForTheRecord(positions), _cause));
    }

    // The journal is read by each new leader: a source of many splits must not make it large.
    private static ImmutableArray<string> ForTheRecord(IReadOnlyList<string> positions) => positions.Count <= PositionsRecorded
        ? [.. positions]
        : [.. positions.Take(PositionsRecorded), $"and {positions.Count - PositionsRecorded} more"];

    private JobDescription Describe() => new(
        Summarize(_state.Status),
        _state.Plan.Count == 0 ? [] : [.. _graph.Vertices.Select(vertex => Describe(vertex))],
        _lastCheckpoint is { } last
            ? new CheckpointDescription(
                last.Checkpoint.Attempt, last.Checkpoint.Number, last.At, last.DurationMs, last.WrittenBytes, last.StateBytes)
            : null,
        [.. _restores]);

    private VertexDescription Describe(JobVertex vertex) => new(
        vertex.Name, [.. vertex.Uids], [.. Enumerable.Range(0, vertex.Parallelism).Select(index => Describe(vertex, index))]);

    private SubtaskDescription Describe(JobVertex vertex, int index)
    {
        var subtask = new SubtaskId(vertex.Id, index);
        var number = _state.Plan.NumberOf(subtask);
        var sample = _samples.FirstOrDefault(each => each.Subtask == subtask);
        var slot = number < 0 ? new SlotId("", 0) : _state.Plan.Subtasks[number].Slot;
        return new SubtaskDescription(
            index, slot.Node, slot.Number, number < 0 ? "" : _state.Stages[number].ToString(),
            sample?.Operators.FirstOrDefault()?.RecordsIn ?? 0, sample?.Operators.LastOrDefault()?.RecordsOut ?? 0,
            sample?.Operators.Min(each => each.WatermarkMs) ?? long.MinValue, sample?.BackPressuredMs ?? 0, sample?.BusyMs ?? 0);
    }

    // Each node sends its own.
    private IReadOnlyList<TaskMetrics> Merge(IReadOnlyList<TaskMetrics> tasks)
    {
        var merged = _samples.ToDictionary(sample => sample.Subtask);
        foreach (var sample in tasks)
            merged[sample.Subtask] = sample;
        return [.. merged.Values.OrderBy(sample => sample.Subtask.Vertex).ThenBy(sample => sample.Subtask.Index)];
    }
}
