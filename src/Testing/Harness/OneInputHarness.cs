namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>Drives a pipeline with one input step by step, and writes down what comes out.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>See <see cref="JobHarness{TOut}"/>, which is behind it, for time, state and failures.</remarks>
public class OneInputHarness<TIn, TOut> : IDisposable
{
    /// <summary>A harness around a pipeline.</summary>
    /// <param name="build">Builds the pipeline; called for each start and restore, so functions must be made inside.</param>
    /// <param name="options">How it is run; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="build"/> is null.</exception>
    public OneInputHarness(Func<DataStream<TIn>, DataStream<TOut>> build, HarnessOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(build);
        Job = new JobHarness<TOut>(program => build(program.Input<TIn>()), options);
    }

    /// <summary>What has come out so far, in order.</summary>
    public IReadOnlyList<Element<TOut>> Output => Job.Output;

    /// <summary>How many timers are pending, of all keys and in both time domains.</summary>
    public int TimerCount => Job.TimerCount;

    /// <summary>How many keys have any state or timer.</summary>
    public int KeyCount => Job.KeyCount;

    /// <summary>The harness behind this one.</summary>
    public JobHarness<TOut> Job { get; }

    /// <summary>Has a side output of the pipeline's last operator recorded. Call it before the first step.</summary>
    /// <typeparam name="T">The type of its records.</typeparam>
    /// <param name="tag">The side output.</param>
    public void ReadSideOutput<T>(OutputTag<T> tag) => Job.ReadSideOutput(tag);

    /// <summary>Puts in a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="at">Its timestamp in milliseconds since the epoch; null for none.</param>
    public void Process(TIn value, long? at = null) => Job.Process(0, value, at);

    /// <summary>Puts in a watermark, also one that does not rise.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    public void Watermark(long watermarkMs) => Job.Watermark(0, watermarkMs);

    /// <summary>Puts in a status.</summary>
    /// <param name="idle">Whether the stream is idle from now on.</param>
    public void Status(bool idle) => Job.Status(0, idle);

    /// <summary>Ends the input.</summary>
    public void EndInput() => Job.EndInput(0);

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
    public void Dispose()
    {
        Job.Dispose();
        GC.SuppressFinalize(this);
    }
}
