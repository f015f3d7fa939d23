namespace Akka.Flink.Jobs.Actors;

using Akka.Actor;
using Akka.Configuration;
using Akka.Flink.Jobs.Engine;
using Akka.Flink.Runtime;

/// <summary>A node that runs the jobs on actors, with as many threads for tasks as it has slots.</summary>
internal sealed class ActorNode
{
    private readonly NodeServices _services;
    private int _runs;

    /// <summary>A node with so many slots.</summary>
    public ActorNode(int slots)
    {
        System = ActorSystem.Create("jobs", ConfigurationFactory.ParseString($$"""
            akka {
              loglevel = WARNING
              flink.task-dispatcher {
                type = ForkJoinDispatcher
                executor = fork-join-executor
                throughput = 5
                dedicated-thread-pool { thread-count = {{slots}}, threadtype = background }
              }
            }
            """));
        _services = new NodeServices("local", new JobCache(), new DiscardingStore(), TimeProvider.System);
        Region = System.ActorOf(TaskRegion.Props(_services), "tasks");
    }

    /// <summary>The actor system.</summary>
    public ActorSystem System { get; }

    /// <summary>Where tasks are deployed.</summary>
    public IActorRef Region { get; }

    /// <summary>Runs a job.</summary>
    public Outcome Run(string job, long events, long keys, int parallelism, TimeSpan? interval)
    {
        var sink = new ChecksumSink();
        var graph = EngineJobs.GraphOf(job, events, keys, parallelism, sink);
        var attempt = new AttemptId(new JobId($"{job}-{++_runs}"), 1);
        _services.Jobs.Put(attempt.Job, graph, JobSettings.Default);
        var run = new ActorRun(this, graph, attempt, interval);
        run.Run();
        _services.Jobs.Remove(attempt.Job);
        Checkpoints = run.Checkpoints;
        return sink.Outcome;
    }

    /// <summary>How many checkpoints the last run took.</summary>
    public long Checkpoints { get; private set; }
}
