namespace Akka.Flink.Testing.Tests;

using static Akka.Flink.Testing.Script;

public class CountWithTimeoutTests
{
    [Fact]
    public void Emits_the_count_once_a_key_has_been_silent_for_a_minute() =>
        Verify.Process(() => new CountWithTimeoutFunction(), key: e => e.Key)
            .Input(
                Record(("a", "x", 0L), at: 0),
                Record(("b", "x", 10_000L), at: 10_000),
                Record(("a", "y", 50_000L), at: 50_000),
                Watermark(70_000),
                Watermark(110_000))
            .ExpectOutput(
                Record(("b", 1L), at: 70_000),
                Watermark(70_000),
                Record(("a", 2L), at: 110_000),
                Watermark(110_000));

    [Fact]
    public void Keeps_one_timer_for_each_key_and_moment()
    {
        using var harness = new ProcessHarness<string, (string Key, string Value, long At), (string, long)>(
            new CountWithTimeoutFunction(), e => e.Key);

        harness.Process(("a", "x", 5), at: 5);
        harness.Process(("a", "y", 5), at: 5);

        Assert.Equal(1, harness.TimerCount);
        Assert.Empty(harness.Output);
    }
}
