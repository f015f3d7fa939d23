namespace Akka.Flink.Host.Tests.Configuration;

using Akka.Flink.Runtime;

public class QuantityTests
{
    [Theory]
    [InlineData("500 ms", 500)]
    [InlineData("10s", 10_000)]
    [InlineData("1.5 min", 90_000)]
    [InlineData("2 hours", 7_200_000)]
    [InlineData("0 s", 0)]
    public void Reads_durations(string text, double milliseconds)
    {
        Assert.True(Quantity.TryDuration(text, out var duration));
        Assert.Equal(milliseconds, duration.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("-1 s")]
    [InlineData("ten s")]
    [InlineData("1 s s")]
    [InlineData("999999999999999 d")]
    public void Refuses_what_is_no_duration(string text) => Assert.False(Quantity.TryDuration(text, out _));

    [Theory]
    [InlineData("64 KiB", 65_536)]
    [InlineData("1kB", 1_000)]
    [InlineData("4096", 4_096)]
    [InlineData("0.5 MiB", 524_288)]
    public void Reads_sizes(string text, long bytes)
    {
        Assert.True(Quantity.TryBytes(text, out var read));
        Assert.Equal(bytes, read);
    }
}
