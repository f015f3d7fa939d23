namespace Akka.Flink.Host.Tests.Embedded;

using Akka.Flink.Host.Embedded;
using Akka.Flink.Host.Tests.Output;

public class StopSignalsTests
{
    private readonly FakeJobClient _client = new();
    private readonly List<string> _said = [];
    private int _aborts;

    [Fact]
    public void The_first_stops_and_the_second_aborts()
    {
        using var signals = Listen(takesCheckpoints: true);

        signals.Take();
        Assert.Equal((1, 0, 0), (_client.Stops, _client.Cancels, _aborts));
        signals.Take();

        Assert.Equal((1, 0, 1), (_client.Stops, _client.Cancels, _aborts));
        Assert.Contains("Ctrl-C again aborts", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_whose_end_is_to_be_a_savepoint_is_stopped_with_one()
    {
        using var signals = new StopSignals(_client, true, _said.Add, () => _aborts++) { Savepoint = "/s/savepoint-1" };

        signals.Take();
        signals.Take();

        Assert.Equal((1, 1), (_client.Stops, _aborts));
        Assert.Equal(["/s/savepoint-1"], _client.Savepoints);
        Assert.Contains("/s/savepoint-1", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_without_checkpoints_is_canceled()
    {
        using var signals = Listen(takesCheckpoints: false);

        signals.Take();

        Assert.Equal((0, 1), (_client.Stops, _client.Cancels));
        Assert.Contains("cannot be resumed", Assert.Single(_said), StringComparison.Ordinal);
    }

    private StopSignals Listen(bool takesCheckpoints) => new(_client, takesCheckpoints, _said.Add, () => _aborts++);
}
