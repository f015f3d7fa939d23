namespace Akka.Flink.Runtime.Tests.Jobs;

using System.Collections.Immutable;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;

/// <summary>What is said of a job that runs and gets nowhere.</summary>
public class ProgressReasonTests
{
    private static readonly JobGraph Graph = TestJobs.Counts(10, new Gate(), new CollectSink<(long, long)>(), 2);
    private static readonly JobPlan Plan = Placement.OnOneNode(Graph, "local");
    private static readonly AttemptId Attempt = new(new JobId("job"), 1);

    private static readonly JobState Running =
        new(Attempt.Job, JobSettings.Default, 1) { Phase = JobPhase.Running, Attempt = 1, Plan = Plan };

    [Fact]
    public void Nothing_where_all_is_well() =>
        Assert.Null(ProgressReason.Of(Graph, Running, [Sample(0, 0, 5), Sample(0, 1, 5), Sample(1, 0, 5)], 0));

    [Fact]
    public void Names_the_function_that_does_not_come_back() => Assert.Equal(
        "Subtask 1 of 'Keyed Reduce -> Sink' does not come back: operator 'Reduce' (counts) has been at work for 00:03:00.",
        ProgressReason.Of(Graph, Running, [Sample(0, 0, 5) with { HeldMs = 90_000 }, Sample(1, 1, 5) with
        {
            AtWork = "operator 'Reduce' (counts) has been at work for 00:03:00", AtWorkMs = 180_000,
        }], 0));

    [Fact]
    public void Names_who_holds_the_barrier()
    {
        var parts = ImmutableArray.Create(new CheckpointAcknowledged?[Plan.Count]).SetItem(
            0, new CheckpointAcknowledged(Attempt, 7, new SubtaskId(0, 0), [], new CheckpointStatistics(0, 0, 0, 0, false)));
        var state = Running with
        {
            Checkpoints = new CheckpointState(Attempt, Plan, new CheckpointSettings())
            {
                Pending = new PendingCheckpoint(7, CheckpointKind.Periodic, false, 1_000, 600_000, parts, Plan.Count - 1),
            },
        };

        Assert.Null(ProgressReason.Of(Graph, state, [], 2_000));
        Assert.Equal(
            $"Checkpoint 7 has waited for 00:00:15 for Subtask 1 of '{Graph.Vertices[0].Name}', which hold its barrier.",
            ProgressReason.Of(Graph, state, [], 16_500));
    }

    [Fact]
    public void Names_the_last_one_that_has_no_credit() => Assert.Equal(
        $"Subtask 0 of '{Graph.Vertices[0].Name}' has had no credit for 00:00:09: what is downstream of it takes no more.",
        ProgressReason.Of(Graph, Running, [Sample(0, 0, 5) with { HeldMs = 9_900 }, Sample(1, 0, 5)], 0));

    [Fact]
    public void Names_who_holds_the_watermark()
    {
        Assert.EndsWith("holds the watermark: it has given none yet.",
            ProgressReason.Of(Graph, Running, [Sample(0, 0, 100_000), Sample(0, 1, long.MinValue)], 0));
        Assert.StartsWith($"Subtask 1 of '{Graph.Vertices[0].Name}' holds the watermark, 00:01:40 behind",
            ProgressReason.Of(Graph, Running, [Sample(0, 0, 100_000), Sample(0, 1, 0)], 0));
        Assert.Null(ProgressReason.Of(Graph, Running, [Sample(0, 0, 100_000), Sample(0, 1, long.MaxValue)], 0));
    }

    private static TaskMetrics Sample(int vertex, int index, long watermarkMs) => new(
        Attempt, new SubtaskId(vertex, index),
        [new OperatorMetricsSample("uid", "name", 0, 0, watermarkMs, new Dictionary<string, long>())], 0, 0);
}
