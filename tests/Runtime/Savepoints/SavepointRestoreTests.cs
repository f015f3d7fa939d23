namespace Akka.Flink.Runtime.Tests.Savepoints;

using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.Runtime.Tests.Jobs;
using Akka.Flink.Sinks;
using Akka.Flink.Sources;
using Akka.Flink.State;

/// <summary>What may be another when a job begins from a savepoint, and what may not.</summary>
public sealed class SavepointRestoreTests : IDisposable
{
    private const int Count = 1_000;

    private static readonly JobId Before = new("before");
    private static readonly JobId After = new("after");

    private readonly SavedRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("rule", "K11")]
    public async Task State_moves_between_a_journal_and_a_directory(bool beginsOnFiles)
    {
        var sink = new CollectSink<(long Digit, long Count)>();
        _runs.IsOnFiles = beginsOnFiles;
        await _runs.StopAsync(Before, TestJobs.Counts(3_000, new Gate(), sink, 2), null, _runs.Savepoint);
        _runs.IsOnFiles = !beginsOnFiles;
        var gate = new Gate();
        gate.Open();

        var outcome = await _runs.RunAsync(After, TestJobs.Counts(3_000, gate, sink, 3), _runs.Savepoint);

        Assert.Equal((JobStatus.Finished, 3_000), (outcome.Status, sink.Values.Count));
        Assert.All(sink.Values.GroupBy(each => each.Digit), group => Assert.Equal(300, group.Max(each => each.Count)));
    }

    [Fact]
    [Trait("rule", "K10")]
    public async Task State_that_nobody_claims_is_refused_with_its_uids_unless_it_may_stay_behind_and_a_new_operator_begins_empty()
    {
        await _runs.StopAsync(Before, Graph<V1.Total>(new Gate(), new CollectSink<V1.Total>(), "totals", Add), null, _runs.Savepoint);
        var sink = new CollectSink<V1.Total>();

        var refused = await _runs.RunAsync(After, Graph(Opened(), sink, "others", Add), _runs.Savepoint);
        var allowed = await _runs.RunAsync(
            new JobId("allowed"), Graph(Opened(), sink, "others", Add), _runs.Savepoint, allowsUnclaimed: true);

        Assert.Equal((JobStatus.Failed, ErrorDomain.Definition), (refused.Status, refused.Failure!.Domain));
        Assert.Contains($"Savepoint '{_runs.Savepoint}' holds state of 'totals', which the job does not have", refused.Failure.Message);
        Assert.Contains("'others'", refused.Failure.Message);
        Assert.Contains("--allow-non-restored-state", refused.Failure.Message);
        Assert.Equal(JobStatus.Finished, allowed.Status);
        Assert.Contains(sink.Values, total => total.Count == 1);   // the source went on, the new operator had nothing
        Assert.True(sink.Values.Count < Count);
    }

    [Fact]
    public async Task Types_evolve_and_values_follow()
    {
        var early = new CollectSink<V1.Total>();
        await _runs.StopAsync(Before, Graph(new Gate(), early, "totals", Add), null, _runs.Savepoint);
        var late = new CollectSink<V2.Total>();

        var outcome = await _runs.RunAsync(After, Graph(Opened(), late, "totals", Add), _runs.Savepoint);

        Assert.True(outcome.Status == JobStatus.Finished, $"{outcome.Failure}");
        Assert.Equal(Count, early.Values.Count + late.Values.Count);
        Assert.All(late.Values.GroupBy(total => total.Digit), group => Assert.Equal(Count / 10, group.Max(total => total.Records)));
        var known = early.Values.Select(total => total.Digit).ToHashSet();
        Assert.All(late.Values.Where(total => known.Contains(total.Digit)), total =>
            Assert.Equal(("text", V2.Kind.Even), (total.Title, total.Kind == V2.Kind.Odd ? V2.Kind.Even : total.Kind)));
        Assert.All(late.Values, total => Assert.Equal(9, total.Rank));
    }

    [Fact]
    public async Task A_type_that_cannot_follow_is_refused_with_both_schemas()
    {
        await _runs.StopAsync(Before, Graph(new Gate(), new CollectSink<V1.Total>(), "totals", Add), null, _runs.Savepoint);

        var outcome = await _runs.RunAsync(After, Graph(Opened(), new CollectSink<V3.Total>(), "totals", Add), _runs.Savepoint);

        Assert.Equal((JobStatus.Failed, ErrorDomain.Definition), (outcome.Status, outcome.Failure!.Domain));
        Assert.Contains("'total' of operator 'totals' was written as Value of", outcome.Failure.Message);
        Assert.Contains("Count: int64", outcome.Failure.Message);
        Assert.Contains("Count: string", outcome.Failure.Message);
    }

    [Fact]
    [Trait("rule", "K6")]
    public async Task The_number_of_key_groups_cannot_change()
    {
        await _runs.StopAsync(Before, Graph(new Gate(), new CollectSink<V1.Total>(), "totals", Add), null, _runs.Savepoint);

        var outcome = await _runs.RunAsync(
            After, Graph(Opened(), new CollectSink<V1.Total>(), "totals", Add, maxParallelism: 64), _runs.Savepoint);

        Assert.Equal((JobStatus.Failed, ErrorDomain.Definition), (outcome.Status, outcome.Failure!.Domain));
        Assert.Contains($"Savepoint '{_runs.Savepoint}' holds the state of operator 'totals' in 128 key groups", outcome.Failure.Message);
        Assert.Contains("the job has 64.", outcome.Failure.Message);
    }

    [Fact]
    public async Task A_damaged_file_is_named_with_its_position_and_one_that_is_cut_off_with_its_length()
    {
        await _runs.StopAsync(Before, Graph(new Gate(), new CollectSink<V1.Total>(), "totals", Add), null, _runs.Savepoint);
        var file = Assert.Single(Directory.GetFiles(_runs.Savepoint, "*.afs"));
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        var outcome = await _runs.RunAsync(After, Graph(Opened(), new CollectSink<V1.Total>(), "totals", Add), _runs.Savepoint);
        var inspected = await Assert.ThrowsAsync<StorageException>(() => SavepointInspector.InspectAsync(_runs.Savepoint, default));
        await File.WriteAllBytesAsync(file, bytes[..^30]);
        var cut = Assert.Throws<StorageException>(() => SavepointDirectory.Open(_runs.Savepoint, false));

        Assert.Equal(JobStatus.Failed, outcome.Status);
        Assert.Matches($"Chunk 1 of segment 'keyed-[0-9-]+' in {file} at byte [0-9]+ is damaged", outcome.Failure!.Message);
        Assert.Contains($"{file} at byte ", inspected.Message);
        Assert.Contains($"'{file}' has {bytes.Length - 30} bytes instead of {bytes.Length}", cut.Message);
    }

    [Fact]
    public async Task An_inspection_counts_what_is_there()
    {
        var sink = new CollectSink<V1.Total>();
        await _runs.StopAsync(Before, Graph(new Gate(), sink, "totals", Add), null, _runs.Savepoint);

        var report = await SavepointInspector.InspectAsync(_runs.Savepoint, CancellationToken.None);

        Assert.Equal((_runs.Savepoint, "before", "totals"), (report.Path, report.Job, report.Name));
        Assert.Equal(["numbers", "totals", "sink"], report.Operators.Select(each => each.Uid));
        var state = Assert.Single(report.Operators[1].States);
        Assert.Equal(("total", "Value", "int64"), (state.Name, state.Kind, state.Key));
        Assert.Equal(sink.Values.Select(total => total.Digit).Distinct().Count(), state.Entries);
        Assert.Contains("Count: int64", state.Type);
        Assert.Equal(Directory.GetFiles(_runs.Savepoint).Sum(path => new FileInfo(path).Length), report.Bytes);
    }

    private static V1.Total Add(long digit, V1.Total? last) =>
        new(digit, (last?.Count ?? 0) + 1, "text", 5, digit % 2 == 0 ? V1.Kind.Even : V1.Kind.Odd);

    private static V2.Total Add(long digit, V2.Total? last) =>
        new(digit, (last?.Records ?? 0) + 1, digit % 2 == 0 ? V2.Kind.Even : V2.Kind.Odd, "text");

    private static V3.Total Add(long digit, V3.Total? last) => new(digit, last?.Count ?? "");

    private static Gate Opened()
    {
        var gate = new Gate();
        gate.Open();
        return gate;
    }

    private static JobGraph Graph<T>(Gate gate, CollectSink<T> sink, string uid, Func<long, T?, T> add, int maxParallelism = 128)
        where T : class
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var source = new GeneratorSource<long>(Count, (first, most, batch) =>
        {
            gate.Wait(first);
            batch.Add(first);
        });
        environment.FromSource(source, WatermarkStrategy.NoWatermarks<long>(), "numbers").Uid("numbers")
            .KeyBy(number => number % 10).Process(new Totals<T>(add)).SetMaxParallelism(maxParallelism).Uid(uid)
            .SinkTo(sink).Uid("sink");
        return environment.CreateJobGraph("totals");
    }

    private sealed class Totals<T>(Func<long, T?, T> add) : KeyedProcessFunction<long, long, T>
        where T : class
    {
        private IValueState<T> _total = null!;

        public override void Open(OpenContext context) => _total = RuntimeContext.GetState(new ValueStateDescriptor<T>("total"));

        public override void ProcessElement(long value, Context context, ICollector<T> output)
        {
            var total = add(context.CurrentKey, _total.TryGet(out var last) ? last : null);
            _total.Update(total);
            output.Collect(total);
        }
    }

    // The type of the state as it was, as it is, and as it cannot be.
    private static class V1
    {
        [SerializedAs("kind")]
        internal enum Kind
        {
            Even = 0,
            Odd = 1,
        }

        [SerializedAs("total")]
        internal sealed record Total(long Digit, long Count, string Text, int Dropped, Kind Kind);
    }

    private static class V2
    {
        [SerializedAs("kind")]
        internal enum Kind
        {
            Odd = 4,
            Even = 7,
        }

        [SerializedAs("total")]
        internal sealed record Total(
            long Digit, [PreviousName("Count")] long Records, Kind Kind, [PreviousName("Text")] string? Title, int Rank = 9);
    }

    private static class V3
    {
        [SerializedAs("total")]
        internal sealed record Total(long Digit, string Count);
    }
}
