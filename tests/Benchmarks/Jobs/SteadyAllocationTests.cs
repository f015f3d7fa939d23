namespace Akka.Flink.Benchmarks.Tests.Jobs;

using Akka.Flink.Jobs;
using Akka.Flink.Jobs.Actors;
using Akka.Flink.Jobs.Engine;
using Akka.Flink.Jobs.Loops;
using Akka.Flink.Jobs.Table;

/// <summary>What the comparison jobs allocate for each event once their tables have grown; nothing here is timed.</summary>
public sealed class SteadyAllocationTests
{
    // So many events that all windows of a key are open, that hardly any key is new in the last quarter; and no more.
    private const long Quick = 20_000_000;
    private const long Slow = 4_000_000;
    private const long ManyKeys = 10_000_000;

    // A node samples its tasks and renews leases by the clock, however many events there are.
    private const double BytesPerSecond = 256 * 1024;

    public static TheoryData<string, long, long> Jobs { get; } = new()
    {
        { "stateless", 1_000, Quick },
        { "running", 1_000, Quick },
        { "running", 1_000_000, ManyKeys },
        { "window", 1_000, Quick },
        { "window", 1_000_000, ManyKeys },
        { "sliding", 1_000, Quick },
        { "session", 100_000, Slow },
        { "timers", 1_000_000, ManyKeys },
        { "join", 100_000, Slow },
    };

    [Theory]
    [MemberData(nameof(Jobs))]
    public void A_job_on_the_synchronous_driver_allocates_no_more_than_its_goal(string job, long keys, long events)
    {
        using var driver = new SyncDriver();

        AssertSteady(driver, new JobCase(job, keys, 1, events));
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public void A_job_on_actors_allocates_no_more_than_its_goal(string job, long keys, long events)
    {
        using var driver = new ActorDriver(1, null);

        AssertSteady(driver, new JobCase(job, keys, 1, events));
    }

    // Tables of a million keys are those of one subtask, halved: what two subtasks add is the exchange.
    public static TheoryData<string, long, long> JobsOverChannels { get; } = new()
    {
        { "stateless", 1_000, Quick },
        { "running", 1_000, Quick },
        { "window", 1_000, Quick },
        { "sliding", 1_000, Quick },
        { "session", 100_000, Slow },
        { "timers", 100_000, Slow },
        { "join", 100_000, Slow },
    };

    [Theory]
    [MemberData(nameof(JobsOverChannels))]
    public void A_job_on_actors_with_two_subtasks_allocates_no_more_than_its_goal(string job, long keys, long events)
    {
        using var driver = new ActorDriver(2, null);

        AssertSteady(driver, new JobCase(job, keys, 2, events));
    }

    private static void AssertSteady(IJobDriver driver, JobCase run)
    {
        var goal = (Goals.Of(run) ?? Goals.Of(run with { Keys = 1_000_000 }))!.BytesPerEvent;
        var meter = new RunMeter(run.Events, run.Parallelism);

        var outcome = driver.Run(run, meter);

        Assert.Equal(ReferenceChecksums.Of(run) ?? HandWritten.Run(run), outcome);
        var allowed = (goal * meter.SteadyEvents) + (BytesPerSecond * meter.SteadySeconds);
        Assert.True(
            meter.SteadyBytes <= allowed,
            $"{run} allocated {meter.SteadyBytes:0} bytes for {meter.SteadyEvents:0} events in {meter.SteadySeconds:0.0} s of its last "
            + $"quarter; at most {allowed:0} are allowed.");
    }
}
