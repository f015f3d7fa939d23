namespace Akka.Flink.Runtime.Tests.Exchange;

using Akka.Flink.Runtime.Tests.Exchange.Support;
using FsCheck;
using FsCheck.Fluent;

public class ByteCreditTests
{
    private static readonly Arbitrary<(int Kind, int Size)[]> Scripts =
        Gen.Choose(0, 9).Zip(Gen.Choose(0, 1_000)).ArrayOf(400).Select(all => all.Select(each => (each.Item1, each.Item2)).ToArray())
            .ToArbitrary();

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(1_000)]
    public void Nothing_is_sent_beyond_the_bytes_granted_and_everything_comes_in_order_without_repeated_grants(int channels) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(Scripts, script =>
        {
            var link = new SimulatedLink(channels);
            foreach (var (kind, size) in script)
                Act(link, kind, size);
            link.RunToEnd();
            link.PutEnd();
            link.RunToEnd();

            var share = Math.Max(PeerBudgets.PeerBytes / channels, PeerBudgets.LeastShareBytes);
            Assert.Equal(link.Put, link.Got);
            Assert.InRange(link.MostInFlight, 0, share);
        }));

    [Fact]
    public void Barriers_and_the_end_wait_behind_records_that_wait_for_bytes()
    {
        var link = new SimulatedLink();
        link.PutRecords(100, 10_000);
        link.PutBarrier();
        link.PutEnd();

        Assert.InRange(link.SentBytes, PeerBudgets.LeastShareBytes / 2, PeerBudgets.LeastShareBytes);
        link.RunToEnd();

        Assert.Equal(102, link.Got.Count);
        Assert.Equal(link.Put, link.Got);
    }

    [Fact]
    public void Channels_from_a_node_share_its_bytes_and_give_them_back()
    {
        var budget = new PeerBudgets().Of(new FarRef(_ => { }).Path.Address);
        Assert.Equal(PeerBudgets.PeerBytes, budget.ShareBytes);
        for (var i = 0; i < 16; i++)
            budget.Join();
        Assert.Equal(PeerBudgets.PeerBytes / 16, budget.ShareBytes);
        for (var i = 0; i < 1_000; i++)
            budget.Join();
        Assert.Equal(PeerBudgets.LeastShareBytes, budget.ShareBytes);

        for (var i = 0; i < 1_015; i++)
            budget.Leave();

        Assert.Equal(PeerBudgets.PeerBytes, budget.ShareBytes);
    }

    private static void Act(SimulatedLink link, int kind, int size)
    {
        switch (kind)
        {
            case 0:
                link.PutRecords(1 + (size % 300), 20);
                break;
            case 1:
                link.PutRecords(1 + (size % 30), size * 20);
                break;
            case 2:
                link.PutRecords(1, size * 500);
                break;
            case 3 when size % 4 == 0:
                link.PutBarrier();
                break;
            case 4:
                link.PutWatermark();
                break;
            case 5 or 6:
                link.Arrive();
                break;
            case 7 or 8:
                link.Step();
                break;
            case 9:
                link.ArriveGrant();
                break;
        }
    }
}
