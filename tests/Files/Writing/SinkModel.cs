namespace Akka.Flink.Files.Tests.Writing;

using Akka.Flink.Connectors.Files;
using Akka.Flink.Sinks;

/// <summary>A sink as the engine drives it: subtasks that write numbers, checkpoints that may fail, crashes at any moment, and restores
/// at another parallelism, with what was in the checkpoint dealt out to all subtasks.</summary>
internal sealed class SinkModel(FileSink<string> sink)
{
    private readonly List<Subtask> _subtasks = [];
    private readonly List<(long CheckpointId, FileCommittable Value)> _pending = [];
    private Checkpoint _last = new(0, 0, [], []);
    private long _lastNumber;
    private int _next;

    /// <summary>Starts all subtasks, from the last completed checkpoint if there is one.</summary>
    public void Start(int parallelism)
    {
        _next = _last.Next;
        _lastNumber = _last.Number;
        long? restored = _last.Number == 0 ? null : _last.Number;
        for (var i = 0; i < parallelism; i++)
        {
            var context = new FakeSinkContext(i, parallelism, restored);
            var committer = sink.CreateCommitter(context);
            committer.Commit(Share(_last.Committables, i, parallelism));
            _subtasks.Add(new Subtask(sink.CreateWriter(context, Share(_last.States, i + 1, parallelism)), committer));
        }
    }

    /// <summary>Writes the next numbers, in turn to each subtask.</summary>
    public void Write(int count)
    {
        for (var i = 0; i < count; i++, _next++)
            _subtasks[_next % _subtasks.Count].Writer.Write($"{_next}", long.MinValue);
    }

    /// <summary>Takes a checkpoint as far as the snapshot of each subtask.</summary>
    public Checkpoint Prepare()
    {
        var number = ++_lastNumber;
        var states = new List<FileWriterState>();
        foreach (var (writer, _) in _subtasks)
        {
            writer.Flush(endOfInput: false);
            _pending.AddRange(writer.PrepareCommit().Select(committable => (number, committable)));
            states.AddRange(writer.SnapshotState(number));
        }

        return new Checkpoint(number, _next, states, [.. _pending.Select(each => each.Value)]);
    }

    /// <summary>Completes a checkpoint: from now on it is the one to restore.</summary>
    public void Complete(Checkpoint checkpoint) => _last = checkpoint;

    /// <summary>Commits what belongs to the last completed checkpoint, or only the first of it.</summary>
    public void Commit(int atMost = int.MaxValue)
    {
        var due = _pending.Where(each => each.CheckpointId <= _last.Number).Select(each => each.Value).Take(atMost).ToList();
        _subtasks[0].Committer.Commit(due);
        _pending.RemoveAll(each => due.Contains(each.Value));
    }

    /// <summary>Drops everything as it is.</summary>
    public void Crash()
    {
        foreach (var (writer, _) in _subtasks)
            writer.Close();
        _subtasks.Clear();
        _pending.Clear();
    }

    /// <summary>How many numbers belong to the last completed checkpoint.</summary>
    public int Completed => _last.Next;

    private static List<TElement> Share<TElement>(IReadOnlyList<TElement> elements, int subtask, int parallelism) =>
        [.. elements.Where((_, index) => index % parallelism == subtask % parallelism)];

    internal sealed record Checkpoint(
        long Number, int Next, IReadOnlyList<FileWriterState> States, IReadOnlyList<FileCommittable> Committables);

    private sealed record Subtask(
        ICommittingSinkWriter<string, FileCommittable, FileWriterState> Writer, ICommitter<FileCommittable> Committer);
}
