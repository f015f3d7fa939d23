namespace Akka.Flink.Operators.Tests.Driver;

public class DriverCoordinatorHostTests
{
    [Fact]
    public void Announces_nothing_once_an_action_that_another_has_posted_is_done()
    {
        var host = new DriverCoordinatorHost(new ProcessingClock());
        var done = 0;
        host.Post(() => host.Post(() => done++));

        host.Run();
        host.Run();

        Assert.Equal(1, done);
        Assert.False(host.Arrival.IsCompleted);   // or a driver that waits for it spins
    }
}
