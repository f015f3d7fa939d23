namespace Akka.Flink.Runtime.Tests.Wire;

using Akka.Actor;
using static ClusterProtocol;

/// <summary>One message of each kind at least, with all that it can have.</summary>
internal static class WireSamples
{
    private static readonly AttemptId Attempt = new(new JobId("job-1"), 300);
    private static readonly SubtaskId Subtask = new(1, 200);
    private static readonly SlotId Slot = new("akka.tcp://flink@10.0.0.1:4053", 2);
    private static readonly ChannelId Channel = new(1, 2, 300);
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    private static readonly KeyedStateHandle Keyed =
        new(0, 127, [new SegmentRange(new SegmentId("s-1"), 1, 200), new SegmentRange(new SegmentId("s-2"), 3, 3)], 77) { BaseBytes = 70 };

    private static readonly TaskMetrics Metrics = new(
        Attempt, Subtask,
        [
            new OperatorMetricsSample("a", "Map", 1_000_000, 2, long.MinValue, new Dictionary<string, long> { ["y"] = 300, ["x"] = 2 }),
            new OperatorMetricsSample("b", "Sink", 0, 0, 1_700_000_000_000, new Dictionary<string, long>()),
        ],
        5, 600)
    {
        AtWork = "operator 'Map' (a) has been at work for 00:00:05", AtWorkMs = 5_000, HeldMs = 300,
    };

    private static readonly TaskFailure Failure = new(
        ErrorDomain.External, true, "It failed: ü.", "at A.B()", new InvalidOperationException("stays here"));

    private static readonly JobProgram Program =
        new("00ff", "Job.dll", "Job.Main", ["--rate", "1"], ["akka.flink.parallelism.default=2"])
        {
            Parallelisms = ParallelismOrder.None.ByUid.Add("counts", 3),
        };

    private static readonly JobSummary Summary = new("job-1", "My job", JobStatus.Restarting, "no slots", 3, At);

    /// <summary>All of them.</summary>
    /// <param name="task">An actor that some name.</param>
    public static IReadOnlyList<IWireMessage> All(IActorRef task) => [.. Commands(task), .. Reports(task), .. Exchange, .. Orders];

    private static IEnumerable<IWireMessage> Commands(IActorRef task) =>
    [
        new TaskEnvelope(Slot, Subtask, new CancelTask(Attempt)),
        new TaskEnvelope(Slot, Subtask, new DeployTask(Attempt, Subtask, Slot, null)),
        new DeployTask(Attempt, Subtask, Slot, new TaskRestore(new CheckpointId(2, 400),
        [
            new OperatorRestore("a", [new byte[] { 9, 8 }, Array.Empty<byte>()], [Keyed], true) { States = [new byte[] { 6 }] },
            new OperatorRestore("b", [], [], false),
        ])),
        new DeployTask(Attempt, Subtask, Slot, null) { Program = Program, Parallelism = 6 },
        new ConnectTask(Attempt, new Dictionary<SubtaskId, IActorRef> { [Subtask] = task, [new SubtaskId(0, 1)] = task }),
        new RunTask(Attempt),
        new CancelTask(Attempt),
        new RenewLease(Attempt),
        new FinishTask(Attempt, true),
        new TriggerCheckpoint(Attempt, 400, CheckpointKind.Stopping, true, 7),
        new TriggerSavepoint(Attempt, 400, CheckpointKind.Periodic, 7, "/s"),
        new DrainSource(Attempt),
        new NotifyCheckpointComplete(Attempt, 400),
        new NotifyCheckpointAborted(Attempt, 401),
        new AssignSplits(Attempt, "source", 3, [new byte[] { 1, 2, 3 }, new byte[] { 4 }]),
        new NoMoreSplits(Attempt, "source", 4),
        new SourceEventToReader(Attempt, "source", 5, new byte[] { 1 }),
        new AlignWatermark(Attempt, "source", 6, long.MaxValue),
    ];

    private static IEnumerable<IWireMessage> Reports(IActorRef task) =>
    [
        new TaskDeployed(Attempt, Subtask, task, "0123456789abcdef"),
        new TaskConnected(Attempt, Subtask),
        new TaskRunning(Attempt, Subtask),
        new TaskEnded(Attempt, Subtask),
        new TaskStopped(Attempt, Subtask),
        new TaskFailed(Attempt, Subtask, Failure),
        new TaskFailed(Attempt, Subtask, Failure with { Details = null }),
        new CheckpointAcknowledged(Attempt, 400, Subtask,
            [
                new OperatorStateHandle("a", [new byte[] { 9 }], null) { States = [new byte[] { 6, 7 }] },
                new OperatorStateHandle("b", [], Keyed),
            ],
            new CheckpointStatistics(1, 2, 3, 4_000_000, true)) { Left = [new SegmentId("s-0")] },
        new SavepointAcknowledged(Attempt, 400, Subtask, [new OperatorStateHandle("b", [], Keyed)],
            new CheckpointStatistics(1, 2, 3, 4, true), [new SavedState("b", Keyed)]) { Left = [new SegmentId("s-0")] },
        new CheckpointCommitted(Attempt, 400, Subtask),
        new CheckpointDeclined(Attempt, 400, Subtask, "the disk is full"),
        new SplitRequested(Attempt, "source", Subtask, 9),
        new SplitsReceived(Attempt, "source", Subtask, 10),
        new SourceEventSent(Attempt, "source", 1, new byte[] { 5 }),
        new WatermarkReported(Attempt, "source", 1, -1),
        Metrics,
        new TasksSampled(Attempt, "node", [Metrics]),
    ];

    private static IEnumerable<IWireMessage> Exchange =>
    [
        new Grant(Attempt, Channel, 32, 8 << 20),
        new ChannelPosition(Attempt, Channel, 1_000_000),
        new StatusMessage { Attempt = Attempt, Channel = Channel, Sequence = 5, IsIdle = true },
        new BarrierMessage
        {
            Attempt = Attempt, Channel = Channel, Sequence = 6, Barrier = new CheckpointBarrier(400, CheckpointKind.Final, false),
        },
        new SavepointBarrierMessage
        {
            Attempt = Attempt,
            Channel = Channel,
            Sequence = 6,
            Barrier = new CheckpointBarrier(400, CheckpointKind.Stopping, true) { Savepoint = "/s" },
        },
        new EndMessage { Attempt = Attempt, Channel = Channel, Sequence = 7 },
        Frame(FrameFlags.HasTimestamps | FrameFlags.EndsBatch, 0),
        Frame(FrameFlags.HasWatermark, 1_700_000_000_000),
    ];

    private static IEnumerable<IWireMessage> Orders =>
    [
        new RegisterNode(new NodeDescription("akka.tcp://flink@10.0.0.1:4053#7", 4, "0.9.0", null)),
        new NodeAccepted(3),
        new NodeRefused("another version"),
        new NodeLeaves("n"),
        new NodeMayLeave("n"),
        new LeaveCluster(),
        new SubmitProgram(new JobId("job-1"), Program, true),
        new SubmitProgram(new JobId("job-1"), new JobProgram("00ff", "Job.dll", null, [], []), false),
        new ListJobs(),
        new DescribeJob("job-1"),
        new CancelJob("job-1"),
        new StopJob("job-1"),
        new RescaleJob("job-1", 4, "counts"),
        new RescaleJob("job-1", 4, null),
        new SaveJob("job-1", true, "/s", true, false),
        new SaveJob("job-1", false, null, true, true),
        new SavepointBegun("/s/savepoint-1"),
        new SavepointBegun(null),
        new ListSavepoints("job-1"),
        new SavepointList(
        [
            new SavepointDescription("/s/1", SavepointStatus.Completed, null, At, 700),
            new SavepointDescription("/s/2", SavepointStatus.Failed, "no room", At, 0),
        ]),
        new ListNodes(),
        new LeaveNode("10.0.0.1:4053"),
        new OrderTaken(),
        new RequestRefused(ErrorDomain.External, "no"),
        new JobList([Summary, Summary with { Reason = null }]),
        new JobDescribed(new JobDescription(Summary,
            [new VertexDescription("Map -> Sink", ["a", "b"], [new SubtaskDescription(0, "n", 1, "Running", 1, 2, long.MinValue, 3, 4)])],
            new CheckpointDescription(2, 400, At, 50, 60, 70),
            [new RestoreDescription(3, At, "2/400", ["source: 7"], "node lost"), new RestoreDescription(1, At, null, [], "start")])),
        new JobDescribed(new JobDescription(Summary, [], null, [])),
        new NodeList([new NodeSummary("n", "Up", true, true, ["worker"], 4, 1, "0.9.0", "http://n:8081")]),
    ];

    private static DataFrame Frame(FrameFlags flags, long watermarkMs)
    {
        var frame = new FrameHead(Attempt, Channel).Make(300, flags, 2, watermarkMs, 3);
        new byte[] { 1, 2, 3 }.CopyTo(frame.Bytes, frame.ContentAt);
        return frame;
    }
}
