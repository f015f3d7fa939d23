namespace Akka.Flink.Testing.Tests;

using Akka.Flink.Operators;

public class JobHarnessTests
{
    [Fact]
    public void Restores_an_older_snapshot_with_other_parallelism()
    {
        using var harness = Counting();
        harness.Process(0, 1);
        var snapshot = harness.Snapshot();
        harness.Process(0, 1);

        harness.Restore(snapshot, parallelism: 3);
        harness.TakeOutput();
        harness.Process(0, 1);

        Assert.Equal([Script.Record(2)], harness.Output);
    }

    [Fact]
    public void Restores_a_base_and_the_changes_behind_it_at_any_parallelism()
    {
        using var harness = new JobHarness<int>(
            program => program.Input<int>().KeyBy(value => value).Process(new CountingFunction(() => { })),
            new HarnessOptions { IncrementalSnapshots = true });
        harness.ProcessBatch<int>(0, [.. Enumerable.Range(0, 200).Select(key => (key, (long?)null))]);
        var all = harness.Snapshot();
        harness.Process(0, 7);
        var changes = harness.Snapshot();
        harness.Process(0, 7);
        harness.TakeOutput();

        harness.Restore(changes, parallelism: 2);
        harness.Process(0, 7);
        harness.Process(0, 8);
        harness.Restore(all, parallelism: 1);
        harness.Process(0, 7);

        Assert.Equal([3, 2, 2], harness.TakeOutput().Select(element => element.Value));
        Assert.InRange(Size(changes) - Size(all), 1, Size(all) / 2);

        static long Size(JobSnapshot snapshot) => snapshot.Operators.Values.Sum(part => part.SizeBytes);
    }

    [Fact]
    public void Keeps_the_watermark_when_operators_are_renewed_and_loses_it_in_a_restore()
    {
        using var harness = new JobHarness<long>(program => program.Input<int>().KeyBy(value => value).Process(new WatermarkFunction()));
        harness.Watermark(0, 10);
        harness.TakeOutput();

        harness.Renew();
        harness.Process(0, 1);
        harness.Restore(harness.Snapshot());
        harness.Process(0, 1);

        Assert.Equal([Script.Record(10L), Script.Record(long.MinValue)], harness.Output);
    }

    [Fact]
    public void Counts_keys_and_timers()
    {
        using var harness = new ProcessHarness<string, (string Key, string Value, long At), (string, long)>(
            new CountWithTimeoutFunction(), e => e.Key);

        harness.Process(("a", "x", 5), at: 5);
        harness.Process(("b", "x", 5), at: 5);
        harness.Process(("b", "x", 9), at: 9);

        Assert.Equal(3, harness.TimerCount);
        Assert.Equal(2, harness.KeyCount);
    }

    [Fact]
    public void Records_a_stream_beside_the_main_one()
    {
        using var harness = new JobHarness<int>(program =>
        {
            var main = program.Input<int>().Process(new SplittingFunction());
            program.RecordBeside("odd lengths", main.GetSideOutput(SplittingFunction.Odd).Map(text => text.Length));
            return main;
        });

        harness.Process(0, 123, at: 7);

        var element = Assert.Single(harness.Output);
        Assert.Equal(("odd lengths", 3, 7L), (element.SideTag, element.SideValue, element.TimeMs));
    }

    [Fact]
    public void Is_closed_after_a_failure()
    {
        using var harness = new JobHarness<int>(program => program.Input<int>().Process(new SplittingFunction()));

        Assert.Throws<JobException>(() => harness.Process(0, -1));

        Assert.Throws<InvalidOperationException>(() => harness.Process(0, 2));
    }

    [Fact]
    public void Refuses_inputs_and_types_that_the_pipeline_does_not_have()
    {
        using var harness = Counting();

        Assert.Throws<ArgumentOutOfRangeException>(() => harness.Process(1, 5));
        Assert.Contains(
            "System.Int32", Assert.Throws<ArgumentException>(() => harness.Process(0, "five")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_to_execute_the_program()
    {
        StreamExecutionEnvironment? environment = null;
        using var harness = new JobHarness<int>(program =>
        {
            environment = program.Environment;
            return program.Input<int>();
        });
        harness.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => environment!.ExecuteAsync());
    }

    private static JobHarness<int> Counting() =>
        new(program => program.Input<int>().Map(_ => 1).KeyBy(_ => 0).Reduce((left, right) => left + right));
}
