namespace Akka.Flink.Runtime.Tests.Exchange;

using FsCheck;
using FsCheck.Fluent;

public class ChannelProtocolTests
{
    private const long TimeoutMs = 30_000;

    private static readonly Arbitrary<int[]> Scripts = Gen.Choose(0, 4).ArrayOf(400).ToArbitrary();

    [Fact]
    public void Takes_messages_in_order_once_and_sees_a_gap()
    {
        var numbers = new ChannelReceiveProtocol(32);

        Assert.Equal(Arrival.Next, numbers.Judge(1));
        Assert.Equal(Arrival.Next, numbers.Judge(2));
        Assert.Equal(Arrival.Old, numbers.Judge(2));
        Assert.Equal(Arrival.Gap, numbers.Judge(4));
        Assert.Equal(2, numbers.Received);
    }

    [Fact]
    public void A_window_is_what_is_worked_off_in_two_hundred_milliseconds()
    {
        var numbers = new ChannelReceiveProtocol(32);
        numbers.Grant(0);
        for (var i = 0; i < 5; i++)
            numbers.Processed();

        var granted = numbers.Grant(100);

        Assert.Equal(10, numbers.Window);
        Assert.Equal(15, granted);
    }

    [Theory]
    [InlineData(100_000, 32)]
    [InlineData(0, 2)]
    public void A_window_has_bounds(int processed, int expected)
    {
        var numbers = new ChannelReceiveProtocol(32);
        numbers.Grant(0);
        for (var i = 0; i < processed; i++)
            numbers.Processed();

        numbers.Grant(1000);

        Assert.Equal(expected, numbers.Window);
    }

    [Fact]
    public void Nothing_is_sent_beyond_what_was_granted_and_nothing_granted_is_withheld_for_ever() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Scripts, script =>
        {
            var wire = new SimulatedChannel(script, lossPercent: 0);

            wire.RunToEnd(batches: 200);

            Assert.Equal(200, wire.ProcessedBatches);
            Assert.True(wire.MostInChannel <= 32, $"{wire.MostInChannel} batches lay in the channel.");
        }));

    [Fact]
    public void A_message_that_is_lost_is_noticed_within_the_timeout() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Scripts, Gen.Choose(1, 1000).ToArbitrary(), (script, seed) =>
        {
            var wire = new SimulatedChannel(script, lossPercent: 3, seed);

            wire.RunToEnd(batches: 100);

            Assert.Equal(wire.LostMessages > 0, wire.HasNoticed);
            Assert.True(!wire.HasNoticed || wire.NoticedAfterMs <= TimeoutMs + 2_000, $"It took {wire.NoticedAfterMs} ms.");
        }));

    [Fact]
    public void A_connection_that_is_away_for_less_than_the_timeout_heals()
    {
        var numbers = new ChannelReceiveProtocol(32);
        numbers.TakeAnnouncement(5, nowMs: 0);
        Assert.False(numbers.IsOverdue(TimeoutMs, TimeoutMs));

        for (var i = 1; i <= 5; i++)
            numbers.Judge(i);

        Assert.False(numbers.IsOverdue(TimeoutMs * 10, TimeoutMs));
    }
}
