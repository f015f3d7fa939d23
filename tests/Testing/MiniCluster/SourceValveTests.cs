namespace Akka.Flink.Testing.Tests.MiniClusters;

public class SourceValveTests
{
    [Fact]
    public void Lets_through_as_many_as_it_was_told_and_closes()
    {
        var valve = new SourceValve(isOpen: false);
        Assert.Equal(0, valve.Take(10));

        valve.LetThrough(5);

        Assert.Equal(3, valve.Take(3));
        Assert.Equal(2, valve.Take(3));
        Assert.Equal(0, valve.Take(3));
        valve.Return(1);
        Assert.Equal(1, valve.Take(3));
    }

    [Fact]
    public void What_comes_back_late_opens_no_closed_valve()
    {
        var valve = new SourceValve();
        Assert.Equal(512, valve.Take(512));

        valve.Close();
        valve.Return(500);

        Assert.Equal(0, valve.Take(1));
        Assert.False(valve.WaitAsync(CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Wakes_who_waits_when_it_opens()
    {
        var valve = new SourceValve(isOpen: false);
        var waiting = valve.WaitAsync(CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        valve.Open();

        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(7, valve.Take(7));
    }
}
