namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>The node's slots: makes the task of an envelope, and stops tasks of older attempts.</summary>
/// <param name="world">The world.</param>
internal sealed class RegionModel(World world)
{
    private readonly Dictionary<(AttemptId, SubtaskId), TaskNode> _tasks = [];
    private readonly HashSet<SubtaskId> _started = [];   // of the newest attempt: a task is never made twice, even when told to again
    private int _attempt;

    public int Node { get; } = world.NewNode();

    public IReadOnlyCollection<TaskNode> Tasks => _tasks.Values;

    public TaskNode? Find(AttemptId attempt, SubtaskId subtask) => _tasks.GetValueOrDefault((attempt, subtask));

    public void Deliver(MasterNode master, SubtaskId subtask, ITaskMessage message)
    {
        if (_tasks.TryGetValue((message.Attempt, subtask), out var task))
        {
            task.Take(message);
            return;
        }

        if (message is CancelTask)
        {
            var stopped = new TaskStopped(message.Attempt, subtask);
            world.Send(Node, master.Node, stopped, () => master.Take(stopped));
        }

        if (message is not DeployTask deploy || message.Attempt.Number < _attempt)
            return;

        StopOlder(message.Attempt.Number);
        if (!_started.Add(subtask))
            return;

        CheckNoOther(message.Attempt, master.Term);
        task = new TaskNode(world, master, deploy);
        _tasks.Add((message.Attempt, subtask), task);
        task.Take(message);
    }

    public void Remove(TaskNode task) => _tasks.Remove((task.Attempt, task.Subtask));

    private void StopOlder(int attempt)
    {
        if (attempt <= _attempt)
            return;

        _attempt = attempt;
        _started.Clear();
        foreach (var task in _tasks.Values.Where(task => task.Attempt.Number < attempt).ToArray())
            task.Take(new TaskInputs.LeaseExpired());
    }

    // Tasks of an attempt that an older leader began may run on until they hear of it; those of this leader's are all gone.
    private void CheckNoOther(AttemptId attempt, long term)
    {
        foreach (var other in _tasks.Values)
        {
            world.Require(other.Attempt == attempt || other.Term < term, Invariants.OneAttempt,
                $"attempt {attempt.Number} is deployed while a task of attempt {other.Attempt.Number} of the same leader is there");
        }
    }
}
