namespace Akka.Flink.Runtime.Tests.Jobs;

using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;

/// <summary>Sources of a real job that wait for each other, and one that follows another.</summary>
public sealed class AlignmentJobTests : IDisposable
{
    private const int Fast = 200;
    private const int Slow = 1_000;

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"akka-flink-alignment-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    [Trait("rule", "W16")]
    public async Task A_source_that_is_ahead_waits_for_the_other_and_checkpoints_go_on()
    {
        await using var process = RuntimeProcess.In(_directory);
        var sink = new CollectSink<(char Source, long At)>();
        var client = await process.Runtime.SubmitAsync(new JobSubmission(new JobId("aligned-1"), Graph(sink), TestJobs.Settings));
        var log = new JobLog(client);

        var outcome = await client.Completion.WaitAsync(RuntimeProcess.Patience);

        Assert.True(outcome.Status == JobStatus.Finished, $"{outcome.Failure}");
        var seen = sink.Values.ToList();
        Assert.Equal((Fast, Slow), (seen.Count(each => each.Source == 'f'), seen.Count(each => each.Source == 's')));
        Assert.True(seen.FindLastIndex(each => each.Source == 'f') > seen.FindLastIndex(each => each.Source == 's'));
        Assert.True(log.Of<CheckpointDone>().Count() > 2);
    }

    [Fact]
    [Trait("rule", "K17")]
    public async Task A_hybrid_source_goes_on_in_its_second_part_at_another_parallelism()
    {
        var sink = new CollectSink<long>();
        var job = new JobId("hybrid-1");
        await using (var process = RuntimeProcess.In(_directory))
        {
            var client = await process.Runtime.SubmitAsync(new JobSubmission(job, Hybrid(new Gate(1_500), sink, 2), TestJobs.Settings));
            var log = new JobLog(client);
            await log.Until<CheckpointDone>(done => sink.Values.Count > 1_500);
            client.Stop();
            Assert.Equal(JobStatus.Suspended, (await client.Completion.WaitAsync(RuntimeProcess.Patience)).Status);
        }

        await using (var process = RuntimeProcess.In(_directory))
        {
            var gate = new Gate();   // both give a record every two milliseconds, so alone the shorter one would end first
            gate.Open();
            var client = await process.Runtime.SubmitAsync(new JobSubmission(job, Hybrid(gate, sink, 3), TestJobs.Settings));
            Assert.Equal(JobStatus.Finished, (await client.Completion.WaitAsync(RuntimeProcess.Patience)).Status);
        }

        Assert.Equal(Enumerable.Range(0, 3_000).Select(n => (long)n), sink.Values.Order());
    }

    private static JobGraph Hybrid(Gate gate, CollectSink<long> sink, int parallelism)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var source = HybridSource.Builder(new GeneratorSource<long>(1_000, i => i)).AddSource(new GeneratorSource<long>(
            2_000, (first, most, batch) =>
            {
                gate.Wait(first);
                batch.Add(1_000 + first);
            })).Build();
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "hybrid").SetParallelism(parallelism).Uid("hybrid")
            .SinkTo(sink).SetParallelism(1).Uid("sink");
        return environment.CreateJobGraph("hybrid");
    }

    private static JobGraph Graph(CollectSink<(char Source, long At)> sink)
    {
        var strategy = WatermarkStrategy.ForGenerator<(char Source, long At)>(() => new OfEachRecord())
            .WithTimestampAssigner((each, _) => each.At)
            .WithWatermarkAlignment("g", TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(10));
        var gate = new Gate();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var fast = environment.FromSource(
            new GeneratorSource<(char Source, long At)>(Fast, (first, most, batch) =>
            {
                gate.Wait(first);
                batch.Add(('f', first * 1_000));
            }), strategy, "fast");
        var slow = environment.FromSource(
            new GeneratorSource<(char Source, long At)>(Slow, (first, most, batch) =>
            {
                gate.Wait(first);
                batch.Add(('s', first));
            }), strategy, "slow");
        fast.Union(slow).SinkTo(sink);
        return environment.CreateJobGraph("aligned");
    }

    private sealed class OfEachRecord : IWatermarkGenerator<(char Source, long At)>
    {
        public void OnEvent((char Source, long At) value, long timestampMs, IWatermarkOutput output) => output.EmitWatermark(timestampMs);

        public void OnPeriodicEmit(IWatermarkOutput output)
        {
        }
    }
}
