namespace Akka.Flink.Kafka.Tests;

using System.Runtime.CompilerServices;
using Akka.Flink.Operators;
using Akka.Flink.Shared.Sinks;
using Akka.Flink.Sinks;

/// <summary>A job on the synchronous driver, with the real clock, that a test drives until something has happened.</summary>
internal sealed class JobRun : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(40);

    private readonly SynchronousDriver _driver;

    private JobRun(StreamExecutionEnvironment environment, JobSnapshot? restore)
    {
        var options = new SynchronousDriverOptions { Clock = TimeProvider.System, AutoWatermarkIntervalMs = 10 };
        _driver = new SynchronousDriver(environment.CreateJobGraph(), options, restore);
    }

    /// <summary>Whether all sources have come to their end.</summary>
    public bool IsFinished => _driver.IsFinished;

    public static JobRun Start(
        Action<StreamExecutionEnvironment> build, JobSnapshot? restore = null, params (string Key, string Value)[] settings)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        SetSettings(environment, new Given(settings));
        build(environment);
        return new JobRun(environment, restore);
    }

    /// <summary>Runs a bounded job to its end.</summary>
    public static void ToEnd(Action<StreamExecutionEnvironment> build, params (string Key, string Value)[] settings)
    {
        using var run = Start(build, null, settings);
        run.Until(() => run.IsFinished, "the end of the job");
    }

    /// <summary>The values of a source, in a sink, to the end of the source.</summary>
    public static IReadOnlyList<T> Read<T>(Sources.ISource<T> source, params (string Key, string Value)[] settings)
    {
        var sink = new CollectSink<T>();
        ToEnd(environment => environment.FromSource(source, WatermarkStrategy.NoWatermarks<T>(), "source").SinkTo(sink), settings);
        return sink.Values;
    }

    /// <summary>Drives the job until a condition holds; fails when it does not within a time.</summary>
    public void Until(Func<bool> condition, string what)
    {
        var beginning = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(beginning) > Deadline)
                throw new TimeoutException($"Waited in vain for {what}.");
            if (!_driver.Step())
                Task.Delay(1).Wait();
        }
    }

    /// <summary>Drives the job for a time in which nothing may happen.</summary>
    public void UntilElapsed(TimeSpan time)
    {
        var beginning = TimeProvider.System.GetTimestamp();
        Until(() => TimeProvider.System.GetElapsedTime(beginning) > time, "time to pass");
    }

    public JobSnapshot TakeCheckpoint() => _driver.TakeCheckpoint();

    public void Dispose() => _driver.Close();

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Settings")]
    private static extern void SetSettings(StreamExecutionEnvironment environment, ISettings settings);
}
