namespace Akka.Flink.Runtime.Tests.Storage;

public class SegmentNamesTests
{
    [Fact]
    public void Makes_names_of_ids_only()
    {
        var name = SegmentNames.Of(new AttemptId(new JobId("clickstream-1a2b"), 7), new SubtaskId(2, 0), 1);

        Assert.Equal("s-675731d55067-7-2-0-1", name.Value);
        Assert.StartsWith(SegmentNames.PrefixOf(new JobId("clickstream-1a2b")), name.Value);
        SegmentNames.Check(name);
    }

    [Fact]
    public void Reads_the_attempt_from_a_name()
    {
        var known = SegmentNames.TryReadAttempt(new SegmentId("s-675731d55067-7-2-0-1"), out var attempt);

        Assert.True(known);
        Assert.Equal(7, attempt);
    }

    [Theory]
    [InlineData("s-675731d55067-7-2-0")]
    [InlineData("s-675731d55067-x-2-0-1")]
    [InlineData("segments")]
    public void Does_not_guess_an_attempt(string name) => Assert.False(SegmentNames.TryReadAttempt(new SegmentId(name), out _));
}
