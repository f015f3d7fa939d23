namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>A node with its slots: makes the task of an envelope, and stops tasks of older attempts. It may pause, and it may be
/// gone.</summary>
/// <param name="world">The world.</param>
/// <param name="name">Its unique address.</param>
/// <param name="slots">How many slots it has.</param>
internal sealed class HostModel(World world, string name, int slots)
{
    private readonly Dictionary<(AttemptId, SubtaskId), TaskNode> _tasks = [];
    private readonly HashSet<SubtaskId> _started = [];   // of the newest attempt: a task is never made twice, even when told to again
    private readonly Queue<Action> _backlog = new();     // what it does when it wakes up
    private int _attempt;
    private int _givenUp;   // up to this attempt

    public int Node { get; } = world.NewNode();

    public string Name { get; } = name;

    public int Slots { get; } = slots;

    public bool IsPaused { get; private set; }

    public bool IsGone { get; private set; }

    /// <summary>Whether all have noticed that it does not answer.</summary>
    public bool IsLost { get; set; }

    public bool IsLeaving { get; set; }

    public IReadOnlyCollection<TaskNode> Tasks => _tasks.Values;

    public TaskNode? Find(AttemptId attempt, SubtaskId subtask) => _tasks.GetValueOrDefault((attempt, subtask));

    /// <summary>Does something, once it is awake.</summary>
    public void Do(Action action)
    {
        if (IsPaused)
            _backlog.Enqueue(action);
        else if (!IsGone)
            action();
    }

    public void Pause() => IsPaused = true;

    public void WakeUp()
    {
        IsPaused = false;
        IsLost = false;
        while (_backlog.TryDequeue(out var action))
            action();
    }

    public void Die()
    {
        IsGone = true;
        foreach (var task in _tasks.Values)
            task.Vanish();
        _tasks.Clear();
    }

    /// <summary>Its tasks count as stopped from now on, and may not have.</summary>
    public void GiveUpTasks()
    {
        IsLost = true;
        _givenUp = world.Journal.Last.Attempt;
    }

    /// <summary>Takes a message for a task.</summary>
    /// <param name="master">Who sent it.</param>
    /// <param name="plan">The plan of the attempt that it belongs to.</param>
    /// <param name="subtask">Whom it is for.</param>
    /// <param name="message">It.</param>
    public void Deliver(MasterNode master, JobPlan plan, SubtaskId subtask, ITaskMessage message) =>
        Do(() => Take(master, plan, subtask, message));

    public void Remove(TaskNode task) => _tasks.Remove((task.Attempt, task.Subtask));

    private void Take(MasterNode master, JobPlan plan, SubtaskId subtask, ITaskMessage message)
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
        if (!_started.Add(subtask) && !world.Steps.NodesStartTasksTwice)
            return;

        CheckNoOther(message.Attempt, master.Term);
        task = new TaskNode(world, this, master, plan, deploy);
        _tasks.Add((message.Attempt, subtask), task);
        task.Take(message);
    }

    private void StopOlder(int attempt)
    {
        if (attempt <= _attempt)
            return;

        _attempt = attempt;
        _started.Clear();
        foreach (var task in _tasks.Values.Where(task => task.Attempt.Number < attempt).ToArray())
            task.Take(new TaskInputs.LeaseExpired());
    }

    // Tasks of an attempt that an older leader began may run on until they hear of it, and so may those of a node that was out of reach;
    // those of this leader's are all gone.
    private void CheckNoOther(AttemptId attempt, long term)
    {
        foreach (var other in _tasks.Values)
        {
            world.Require(other.Attempt == attempt || other.Term < term || other.Attempt.Number <= _givenUp, Invariants.OneAttempt,
                $"attempt {attempt.Number} is deployed while a task of attempt {other.Attempt.Number} of the same leader is there");
        }
    }
}
