namespace Akka.Flink.Jobs.Checkpoints;

using Akka.Flink.Jobs.Actors;
using Akka.Flink.Jobs.Latency;
using Akka.Flink.Measuring;
using Akka.Flink.Operators;
using Akka.Flink.Runtime;

/// <summary>The job in a process of its own, which is killed in the end: says on its standard output how far it is.</summary>
/// <param name="options">What it is run with.</param>
/// <param name="directory">Where its state goes.</param>
internal sealed class CheckpointJob(CheckpointOptions options, string directory)
{
    /// <summary>Said with the first result.</summary>
    public const string FirstResult = "first result";

    /// <summary>Said when the measurement is over and its report is written.</summary>
    public const string Measured = "measured";

    /// <summary>The report, in the folder of the plots.</summary>
    public const string Report = "checkpoints.md";

    private const long LongestSeconds = 3_600;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private readonly LatencySeries _latencies = new(options.Duration, Interval);
    private readonly LatencySeries _hiccups = new(options.Duration, Interval);
    private readonly List<CheckpointDone> _checkpoints = [];
    private long _loadedUs = long.MaxValue;
    private long _beginUs = long.MaxValue;

    /// <summary>Runs until it is killed.</summary>
    /// <returns>Only where the job ends by itself, which it must not.</returns>
    public int Run()
    {
        using var node = new ActorNode(1, directory);
        using var hiccups = new HiccupMeter(_hiccups);
        var client = node.Submit("checkpoints", Graph());
        using var events = client.Subscribe(Observe);
        while (!client.Completion.Wait(Interval))
        {
            if (WallClock.NowUs() <= _latencies.EndUs || _beginUs == long.MaxValue)
                continue;

            _beginUs = long.MaxValue;
            WriteReport();
            Console.WriteLine(Measured);
        }

        Console.Error.WriteLine($"The job ended as {client.Completion.Result.Status}: {client.Completion.Result.Failure?.Details}");
        return 1;
    }

    private JobGraph Graph()
    {
        var events = new PacedEvents(options.Keys, options.Rate, options.Keys, nowUs => Volatile.Write(ref _loadedUs, nowUs));
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment()
            .SetParallelism(1)
            .EnableCheckpointing(options.Interval);
        environment
            .FromSource(
                events.Source(options.Keys + (options.Rate * LongestSeconds)), WatermarkStrategy.NoWatermarks<PacedEvent>(), "events")
            .KeyBy(e => e.Key)
            .Process(new PacedSums())
            .SinkTo(new LatencySink(_latencies, () => Console.WriteLine(FirstResult)));
        return environment.CreateJobGraph("checkpoints");
    }

    // The measurement begins when a checkpoint holds all keys: those behind it are incremental.
    private void Observe(JobEvent happened)
    {
        if (happened is CheckpointFailed failed)
            Console.Error.WriteLine($"Checkpoint {failed.Checkpoint} failed: {failed.Reason}");
        if (happened is not CheckpointDone done)
            return;

        lock (_checkpoints)
            _checkpoints.Add(done);
        if (_beginUs != long.MaxValue || BeganUs(done) < Volatile.Read(ref _loadedUs) || _latencies.BeginUs != long.MaxValue)
            return;

        var beginUs = WallClock.NowUs() + (long)Settling.TotalMicroseconds;
        _hiccups.Begin(beginUs);
        _latencies.Begin(beginUs);
        Volatile.Write(ref _beginUs, beginUs);
    }

    private void WriteReport()
    {
        lock (_checkpoints)
            new CheckpointReport(options, _latencies, _hiccups, [.. _checkpoints.Where(done => BeganUs(done) >= _latencies.BeginUs)])
                .Write(Path.Combine(options.Plots, Report));
    }

    private static long BeganUs(CheckpointDone done) => CheckpointReport.StretchOf(done).FromUs;
}
