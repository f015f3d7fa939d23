namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>Drives a pipeline with two inputs step by step, and writes down what comes out.</summary>
/// <typeparam name="TFirst">The type of the first input.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>See <see cref="JobHarness{TOut}"/>, which is behind it, for time, state and failures; its methods take the input as 0 or
/// 1.</remarks>
public sealed class TwoInputHarness<TFirst, TSecond, TOut> : IDisposable
{
    /// <summary>A harness around a pipeline.</summary>
    /// <param name="build">Builds the pipeline; called for each start and restore, so functions must be made inside.</param>
    /// <param name="options">How it is run; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="build"/> is null.</exception>
    public TwoInputHarness(Func<DataStream<TFirst>, DataStream<TSecond>, DataStream<TOut>> build, HarnessOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(build);
        Job = new JobHarness<TOut>(program => build(program.Input<TFirst>(), program.Input<TSecond>()), options);
    }

    /// <summary>What has come out so far, in order.</summary>
    public IReadOnlyList<Element<TOut>> Output => Job.Output;

    /// <summary>The harness behind this one.</summary>
    public JobHarness<TOut> Job { get; }

    /// <summary>Has a side output of the pipeline's last operator recorded. Call it before the first step.</summary>
    /// <typeparam name="T">The type of its records.</typeparam>
    /// <param name="tag">The side output.</param>
    public void ReadSideOutput<T>(OutputTag<T> tag) => Job.ReadSideOutput(tag);

    /// <summary>Puts a record into the first input.</summary>
    /// <param name="value">The record.</param>
    /// <param name="at">Its timestamp in milliseconds since the epoch; null for none.</param>
    public void Process1(TFirst value, long? at = null) => Job.Process(0, value, at);

    /// <summary>Puts a record into the second input.</summary>
    /// <param name="value">The record.</param>
    /// <param name="at">Its timestamp in milliseconds since the epoch; null for none.</param>
    public void Process2(TSecond value, long? at = null) => Job.Process(1, value, at);

    /// <summary>Puts a watermark into both inputs.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    public void Watermark(long watermarkMs)
    {
        Watermark1(watermarkMs);
        Watermark2(watermarkMs);
    }

    /// <summary>Puts a watermark into the first input.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    public void Watermark1(long watermarkMs) => Job.Watermark(0, watermarkMs);

    /// <summary>Puts a watermark into the second input.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    public void Watermark2(long watermarkMs) => Job.Watermark(1, watermarkMs);

    /// <summary>Sets the clock, and fires what is due.</summary>
    /// <param name="nowMs">Milliseconds since the epoch; the clock never goes back.</param>
    public void SetProcessingTime(long nowMs) => Job.SetProcessingTime(nowMs);

    /// <summary>Takes a snapshot.</summary>
    /// <returns>The snapshot.</returns>
    public JobSnapshot Snapshot() => Job.Snapshot();

    /// <summary>Goes on from a snapshot with new operators, as after a failure.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="parallelism">How many subtasks there are from now on; null for as many as before.</param>
    public void Restore(JobSnapshot snapshot, int? parallelism = null) => Job.Restore(snapshot, parallelism);

    /// <summary>Closes the operators.</summary>
    public void Dispose() => Job.Dispose();
}
