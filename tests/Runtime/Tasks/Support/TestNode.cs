namespace Akka.Flink.Runtime.Tests.Tasks.Support;

using Akka.Actor;
using Akka.Configuration;
using Akka.Flink.Operators;

/// <summary>A node for tests: an actor system with the dispatcher of tasks, and a region.</summary>
internal sealed class TestNode : IDisposable
{
    private static int _jobs;

    private readonly ActorSystem _system;

    public TestNode(int threads = 2, TimeProvider? clock = null, string remoting = "")
    {
        _system = ActorSystem.Create("tasks", ConfigurationFactory.ParseString($$"""
            akka {
              loglevel = OFF
              stdout-loglevel = OFF
              log-dead-letters = off
              log-dead-letters-during-shutdown = off
              flink.task-dispatcher {
                type = ForkJoinDispatcher
                executor = fork-join-executor
                throughput = 5
                dedicated-thread-pool { thread-count = {{threads}}, threadtype = background }
              }
            }
            {{remoting}}
            """).WithFallback(RuntimeMessageSerializer.DefaultConfig));
        Services = new NodeServices("local", new JobCache(), Store, clock ?? TimeProvider.System);
        Region = _system.ActorOf(TaskRegion.Props(Services), "tasks");
    }

    public MemoryChunkStore Store { get; } = new();

    public NodeServices Services { get; }

    public IActorRef Region { get; }

    public ActorSystem System => _system;

    /// <summary>A run of a job; nothing is started yet.</summary>
    public JobRun Run(JobGraph graph, JobSettings? settings = null, JobCheckpoint? restore = null, AttemptId? attempt = null)
    {
        var id = attempt ?? new AttemptId(new JobId($"job-{Interlocked.Increment(ref _jobs)}"), 1);
        Services.Jobs.Put(id.Job, graph, settings ?? JobSettings.Default);
        return new JobRun(this, graph, id, restore);
    }

    public void Dispose() => _system.Terminate().Wait(TimeSpan.FromSeconds(10));
}
