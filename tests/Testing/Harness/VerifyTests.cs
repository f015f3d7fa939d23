namespace Akka.Flink.Testing.Tests;

using Akka.Flink.Operators;
using static Akka.Flink.Testing.Script;

public class VerifyTests
{
    [Fact]
    public void Passes_a_function_that_updates_its_state() =>
        Verify.Process(() => new MutatingFunction(updates: true), key: _ => 0)
            .Input(Record(1), Record(2), Record(3))
            .ExpectOutput(Record(1), Record(3), Record(6));

    [Fact]
    [Trait("rule", "K13")]
    public void Fails_a_function_that_changes_its_state_without_updating_it()
    {
        var verification = Verify.Process(() => new MutatingFunction(updates: false), key: _ => 0).Input(Record(1), Record(2));

        verification.In(HarnessMode.Whole, HarnessMode.OneByOne).ExpectOutput(Record(1), Record(3));
        var failure = Assert.Throws<VerificationException>(() => verification.In(HarnessMode.Copy).ExpectOutput(Record(1), Record(3)));

        Assert.Contains("state copied", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_a_function_that_keeps_state_in_a_field_when_it_is_restored()
    {
        var verification = Verify.Process(() => new ForgetfulFunction(), key: value => value).Input(Record(1), Record(1));

        verification.In(HarnessMode.SnapshotEachStep).ExpectOutput(Record(1), Record(2));
        var failure = Assert.Throws<VerificationException>(() =>
            verification.In(HarnessMode.RestoreEachStep).ExpectOutput(Record(1), Record(2)));

        Assert.Contains("restore after each step", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Processes_records_again_behind_a_snapshot_that_was_written_meanwhile()
    {
        var calls = 0;
        var verification = Verify.Process(() => new CountingFunction(() => calls++), key: value => value)
            .Input(Record(1), Record(1), Record(1));

        verification.In(HarnessMode.WrittenMeanwhile).ExpectOutput(Record(1), Record(2), Record(3));

        Assert.Equal(5, calls);
    }

    [Fact]
    public void Says_mode_step_expected_and_got()
    {
        var verification = Verify.Process(() => new SplittingFunction()).Input(Record(2, at: 5), Record(4, at: 6), Watermark(9));

        var failure = Assert.Throws<VerificationException>(() =>
            verification.In(HarnessMode.OneByOne).ExpectOutput(Record(2, at: 5), Record(3, at: 6), Watermark(9)));

        Assert.StartsWith(
            "Mode 'one by one', step 1 Record(4, at: 6): element 1 of the main output differs.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("expected: Record(3, at: 6)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("got:      Record(4, at: 6)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_when_less_or_more_comes_out_than_expected()
    {
        var verification = Verify.Process(() => new SplittingFunction()).Input(Record(2));

        Assert.Throws<VerificationException>(() => verification.ExpectOutput());
        Assert.Throws<VerificationException>(() => verification.ExpectOutput(Record(2), Record(2)));
    }

    [Fact]
    public void Reads_side_outputs_that_the_expectation_names() =>
        Verify.Process(() => new SplittingFunction())
            .Input(Record(1, at: 5), Record(2, at: 6), Record(3))
            .ExpectOutput(Record(2, at: 6), Side(SplittingFunction.Odd, "1", at: 5), Side(SplittingFunction.Odd, "3"));

    [Fact]
    public void Compares_side_outputs()
    {
        var verification = Verify.Process(() => new SplittingFunction()).Input(Record(1, at: 5));

        var failure = Assert.Throws<VerificationException>(() => verification.ExpectOutput(Side(SplittingFunction.Odd, "7", at: 5)));

        Assert.Contains("side output 'odd'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hands_over_the_failure_of_a_function()
    {
        var error = Verify.Process(() => new SplittingFunction()).Input(Record(2), Record(-1)).ExpectFailure<JobException>();

        Assert.Contains("-1 is negative", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_at_which_step_an_unexpected_failure_came()
    {
        var verification = Verify.Process(() => new SplittingFunction()).Input(Record(2), Record(-1));

        var failure = Assert.Throws<VerificationException>(() => verification.In(HarnessMode.OneByOne).ExpectOutput(Record(2)));

        Assert.StartsWith("Mode 'one by one', step 1 Record(-1) failed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Drives_both_inputs_of_a_function() =>
        Verify.CoProcess(() => new LatestPairFunction(), text => text, pair => pair.Key)
            .Input(
                First(Record("a", at: 1)),
                Second(Record(("a", 7), at: 2)),
                First(Record("a", at: 3)),
                First(Watermark(5)),
                Second(Watermark(4)),
                First(Record("b", at: 6)))
            .ExpectOutput(Record("a0", at: 1), Record("a7", at: 3), Watermark(4), Record("b0", at: 6));

    [Fact]
    public void Drives_any_pipeline() =>
        Verify.Pipeline<int, int>(stream => stream.Filter(value => value > 1).Map(value => value * 10))
            .Input(Record(1, at: 1), Record(2, at: 2), Watermark(2), Idle(), Active(), Record(3, at: 3), EndOfInput())
            .ExpectOutput(Record(20, at: 2), Watermark(2), Idle(), Active(), Record(30, at: 3), Watermark(long.MaxValue));

    [Fact]
    public void Drives_a_shuffle() =>
        Verify.Pipeline<int, int>(stream => stream.Rebalance().Map(value => value * 10))
            .Input(Record(1, at: 1), Record(2, at: 2), Watermark(2), Record(3, at: 3))
            .ExpectOutput(Record(10, at: 1), Record(20, at: 2), Watermark(2), Record(30, at: 3));

    [Fact]
    public void Moves_the_clock_of_a_watermark_generator() =>
        Verify.Pipeline<long, long>(stream => stream.AssignTimestampsAndWatermarks(
                WatermarkStrategy.ForMonotonousTimestamps<long>().WithTimestampAssigner((value, _) => value)))
            .Input(Record(5L), ProcessingTime(199), ProcessingTime(200), Record(7L), Snapshot(), ProcessingTime(400))
            .Except(HarnessMode.Rescale)   // two generators see half of the records each
            .ExpectOutput(Record(5L, at: 5), Watermark(4), Record(7L, at: 7), Watermark(6));

    [Fact]
    public void Forgets_watermarks_where_a_script_restores() =>
        Verify.Process(() => new CountWithTimeoutFunction(), key: e => e.Key)
            .Input(Record(("a", "x", 0L), at: 0), Watermark(50_000), Restore(), Watermark(60_000))
            .ExpectOutput(Watermark(50_000), Record(("a", 1L), at: 60_000), Watermark(60_000));
}
