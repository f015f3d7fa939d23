namespace Akka.Flink.Runtime;

using Akka.Actor;

/// <summary>Samples what the tasks of a node count, once a second: one message for each job, to its master.</summary>
/// <remarks>It reads the counters beside the tasks, so that one that does not come back from a function is sampled, too.</remarks>
internal sealed class NodeAgent : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly NodeServices _services;

    public NodeAgent(NodeServices services)
    {
        _services = services;
        Receive<Sample>(_ => SampleTasks());
    }

    /// <summary>The agent of a node.</summary>
    /// <param name="services">What the actors of the node share.</param>
    public static Props Props(NodeServices services) => Akka.Actor.Props.Create(() => new NodeAgent(services));

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart() => Timers.StartPeriodicTimer(nameof(Sample), Sample.Instance, Interval);

    private void SampleTasks()
    {
        foreach (var job in _services.Probes.All.GroupBy(probe => (probe.Attempt, probe.Master)))
        {
            var samples = job.Select(probe => probe.Sample())
                .OrderBy(sample => sample.Subtask.Vertex).ThenBy(sample => sample.Subtask.Index);
            job.Key.Master.Tell(new TasksSampled(job.Key.Attempt, _services.Node, [.. samples]), Self);
        }
    }

    private sealed record Sample
    {
        public static readonly Sample Instance = new();
    }
}
