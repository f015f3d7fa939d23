namespace Akka.Flink.AkkaContract.Tests.Kit;

using Akka.Actor;
using Akka.TestKit.Xunit2;
using Xunit.Sdk;

[Trait("promise", "test kit")]
public sealed class TimeTests() : TestKit("akka.test.timefactor = 2.0")
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void Times_are_multiplied_by_the_time_factor()
    {
        Assert.Equal(2 * Short, Dilated(Short));
        Assert.Equal(2 * Short, RemainingOrDilated(Short));
        Assert.Equal(2 * TestKitSettings.SingleExpectDefault, RemainingOrDefault);
    }

    [Fact]
    public void Within_limits_the_expectations_inside_of_it() => Within(TimeSpan.FromSeconds(1), () =>
    {
        Assert.InRange(Remaining, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.InRange(RemainingOrDefault, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    });

    [Fact]
    public void Within_inside_of_Within_has_what_is_left() =>
        Within(TimeSpan.FromSeconds(1), () => Within(TimeSpan.FromSeconds(100), () => Assert.True(Remaining <= TimeSpan.FromSeconds(2))));

    [Fact]
    public void Within_fails_when_its_block_was_too_fast() =>
        Assert.ThrowsAny<XunitException>(() => Within(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), () => { }));

    [Fact]
    public void Within_fails_when_its_block_was_too_slow()
    {
        var passed = new ManualResetEventSlim();

        Assert.ThrowsAny<XunitException>(() => Within(TimeSpan.FromMilliseconds(1), () => passed.Wait(4 * Short)));
    }

    [Fact]
    public void Within_may_end_with_an_expectation_of_silence() => Within(Short, () => ExpectNoMsg());

    [Fact]
    public void Remaining_exists_only_inside_of_Within() => Assert.Throws<InvalidOperationException>(() => Remaining);

    [Fact]
    public async Task WithinAsync_returns_what_its_block_returns()
    {
        TestActor.Tell("in time");

        Assert.Equal("in time", await WithinAsync(TimeSpan.FromSeconds(3), async () => await ExpectMsgAsync<string>()));
    }
}
