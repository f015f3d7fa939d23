namespace Akka.Flink.Runtime.Tests.Jobs;

using Akka.Actor;
using Akka.Flink.Sinks;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Microsoft.Data.Sqlite;

/// <summary>What a node sees of a job manager, and what stands in the journal when it sees it.</summary>
public sealed class DurableBeforeVisibleTests : TestKit
{
    private static readonly JobId Job = new("counts-1");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestProbe _region;
    private readonly TestProbe _client;
    private readonly EmbeddedStorage _storage;
    private readonly IActorRef _manager;

    public DurableBeforeVisibleTests()
        : this(EmbeddedStorage.Open(Path.Combine(Path.GetTempPath(), $"akka-flink-durable-{Guid.NewGuid():N}")))
    {
    }

    private DurableBeforeVisibleTests(EmbeddedStorage storage)
        : base(Akka.Configuration.ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF }")
            .WithFallback(storage.Config).WithFallback(JobRuntime.DefaultConfiguration))
    {
        _storage = storage;
        _region = CreateTestProbe();
        _client = CreateTestProbe();
        var services = new NodeServices("local", new JobCache(), new JournalChunkStore(Sys, new NodeBudget()), TimeProvider.System);
        _manager = Sys.ActorOf(JobManagerActor.Props(services, _region.Ref, new JobManagerSettings()));
    }

    [Fact]
    public void An_attempt_is_durable_before_it_is_deployed_and_a_checkpoint_before_it_is_committed()
    {
        var graph = TestJobs.Counts(10, new Gate(), new CollectSink<(long, long)>());
        _manager.Tell(new JobManagerProtocol.Submit(new JobSubmission(Job, graph, TestJobs.Settings), _client.Ref));

        var first = _region.ExpectMsg<TaskEnvelope>(Patience);
        Assert.Equal(["L1", "J3", "A1"], Journal());

        var attempt = first.Message.Attempt;
        Deploy(graph, first);
        Answer<ConnectTask>(graph, subtask => new TaskConnected(attempt, subtask));
        Answer<RunTask>(graph, subtask => new TaskRunning(attempt, subtask));
        Assert.DoesNotContain("C2", Journal());
        var trigger = _region.FishForMessage<TriggerCheckpoint>(_ => true, Patience);
        foreach (var subtask in Subtasks(graph))
        {
            _region.Reply(new CheckpointAcknowledged(
                attempt, trigger.Number, subtask, [], new CheckpointStatistics(0, 0, 0, 0, false)));
        }

        var complete = _region.FishForMessage<NotifyCheckpointComplete>(_ => true, Patience);
        Assert.Equal(trigger.Number, complete.Number);
        Assert.Equal("C2", Journal()[3]);
    }

    [Fact]
    public void A_report_of_another_attempt_is_dropped()
    {
        var graph = TestJobs.Counts(10, new Gate(), new CollectSink<(long, long)>());
        _manager.Tell(new JobManagerProtocol.Submit(new JobSubmission(Job, graph, TestJobs.Settings), _client.Ref));
        var first = _region.ExpectMsg<TaskEnvelope>(Patience);
        var old = first.Message.Attempt with { Number = 0 };

        _region.Reply(new TaskFailed(old, first.Subtask, new TaskFailure(ErrorDomain.Internal, true, "of old", null, null)));
        Deploy(graph, first);

        _region.FishForMessage<ConnectTask>(_ => true, Patience);
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _storage.Dispose();
        Directory.Delete(_storage.Directory, recursive: true);
    }

    private static IEnumerable<SubtaskId> Subtasks(Operators.JobGraph graph) =>
        graph.Vertices.SelectMany(vertex => Enumerable.Range(0, vertex.Parallelism).Select(index => new SubtaskId(vertex.Id, index)));

    private void Deploy(Operators.JobGraph graph, TaskEnvelope first)
    {
        var fingerprint = GraphFingerprint.Of(graph);
        var envelope = first;
        var left = Subtasks(graph).Count();
        while (true)
        {
            _region.Reply(new TaskDeployed(envelope.Message.Attempt, envelope.Subtask, _region.Ref, fingerprint));
            if (--left == 0)
                return;

            envelope = _region.ExpectMsg<TaskEnvelope>(Patience);
        }
    }

    private void Answer<T>(Operators.JobGraph graph, Func<SubtaskId, ITaskMessage> answer)
    {
        foreach (var subtask in Subtasks(graph))
        {
            _region.FishForMessage<T>(_ => true, Patience);
            _region.Reply(answer(subtask));
        }
    }

    private List<string> Journal()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_storage.Directory, "control.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT manifest FROM journal WHERE persistence_id = 'job-manager' ORDER BY sequence_number";
        using var rows = command.ExecuteReader();
        var manifests = new List<string>();
        while (rows.Read())
            manifests.Add(rows.GetString(0));
        return manifests;
    }
}
