namespace Akka.Flink.Runtime.Tests.Tasks;

using Akka.Flink.Runtime.Tests.Tasks.Support;
using Akka.Flink.Sources;

public class BackPressureTests
{
    [Fact]
    public void A_closed_sink_stops_the_source_and_channels_hold_a_bounded_number_of_records()
    {
        const int Count = 2_000_000;
        using var node = new TestNode();
        var sink = new GatedSink<long>();
        long made = 0;
        var source = new GeneratorSource<long>(Count, (first, count, batch) =>
        {
            for (var i = 0; i < count; i++)
                batch.Add(first + i);
            Interlocked.Add(ref made, count);
        });
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "source")
            .Rebalance().Map(n => n + 1).Rebalance().Map(n => n - 1).SinkTo(sink);
        var run = node.Run(environment.CreateJobGraph("closed")).Start();
        run.Until(() => node.Services.Probes.All.Any(probe => probe.Subtask.Vertex == 0 && IsHeld(probe)));

        var held = Interlocked.Read(ref made);
        sink.Open();
        run.RunToEnd();

        Assert.InRange(held, 1, 2 * (new TaskSettings().ChannelBatches + 4) * 512);
        Assert.Equal(Count, sink.Values.Count);
        run.ThrowIfFailed();
    }

    // Back-pressured, and not at work between two samples.
    private static bool IsHeld(TaskProbe probe)
    {
        var before = probe.Sample();
        return before.Operators[0].RecordsOut > 0
            && !SpinWait.SpinUntil(() => probe.Sample().Operators[0].RecordsOut != before.Operators[0].RecordsOut, 200);
    }
}
