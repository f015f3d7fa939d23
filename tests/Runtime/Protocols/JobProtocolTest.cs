namespace Akka.Flink.Runtime.Tests.Protocols;

using System.Collections.Immutable;
using Akka.Actor;

/// <summary>A job with checkpoints on nodes of two slots each, and what its protocol wants done.</summary>
public abstract class JobProtocolTest
{
    private protected static readonly JobId Job = new("job");
    private protected static readonly SubtaskId Source = new(0, 0);

    private readonly List<JobEffects.IEffect> _effects = [];
    private long _nowMs = 10_000;

    private protected JobState State { get; set; } = NewJob();

    private protected AttemptId Attempt => State.AttemptId;

    private protected static JobState NewJob() => new(
        Job, JobSettings.Default with
        {
            Checkpoints = new CheckpointSettings { Interval = TimeSpan.FromHours(1) },
            RestartStrategy = new RestartStrategySettings { Kind = RestartStrategyKind.FixedDelay, Delay = TimeSpan.FromSeconds(1) },
        }, 1)
    {
        Nodes = Nodes("a", "b"),
    };

    private protected static ImmutableArray<NodeSlots> Nodes(params string[] names) =>
        [.. names.Select(name => new NodeSlots(name, [0, 1]))];

    private protected static JobPlan PlanOn(string first, string second) =>
        new([Place(0, 0, first), Place(0, 1, second, 1), Place(1, 0, first), Place(1, 1, second, 1)]);

    private protected static PlannedSubtask Place(int vertex, int index, string node, int slot = 0) =>
        new(new SubtaskId(vertex, index), new SlotId(node, slot), vertex == 0);

    private protected void Run(JobPlan plan)
    {
        Take(new JobInputs.Start());
        Take(new JobInputs.Planned(1, plan));
        Take(new JobInputs.AttemptDurable(1, null, 0));
        Assert.Equal(JobPhase.Deploying, State.Phase);
        StartAll();
        Assert.Equal(JobPhase.Running, State.Phase);
    }

    private protected void StartAll()
    {
        var plan = State.Plan;
        foreach (var planned in plan.Subtasks)
            Take(new TaskDeployed(Attempt, planned.Subtask, ActorRefs.Nobody, ""));
        foreach (var planned in plan.Subtasks)
            Take(new TaskConnected(Attempt, planned.Subtask));
        foreach (var planned in plan.Subtasks)
            Take(new TaskRunning(Attempt, planned.Subtask));
    }

    private protected void CompleteCheckpoint(long number)
    {
        foreach (var planned in State.Plan.Subtasks)
            Take(new CheckpointAcknowledged(Attempt, number, planned.Subtask, [], new CheckpointStatistics(0, 0, 0, 0, false)));
        Take(new JobInputs.CheckpointDurable(new CheckpointId(1, number)));
        foreach (var planned in State.Plan.Subtasks)
            Take(new CheckpointCommitted(Attempt, number, planned.Subtask));
    }

    private protected void StopAll()
    {
        foreach (var planned in State.Plan.Subtasks)
            Take(new TaskStopped(Attempt, planned.Subtask));
    }

    private protected void At(long nowMs, object message)
    {
        _nowMs = nowMs;
        Take(message);
    }

    private protected void Take(object message)
    {
        var step = JobProtocol.Step(State, message, _nowMs);
        State = step.State;
        _effects.AddRange(step.Effects);
    }

    private protected IEnumerable<T> Of<T>() => _effects.OfType<T>();

    private protected List<int> Told<T>() => [.. Of<JobEffects.Tell>().Where(tell => tell.Message is T).Select(tell => tell.Subtask)];
}
