namespace Akka.Flink.Testing;

using Akka.Flink.Operators;
using Akka.Flink.State.Timers;

/// <summary>Drives a pipeline, any part of a DataStream program, step by step in one thread, and writes down what comes out.</summary>
/// <typeparam name="TOut">The type of the main output.</typeparam>
/// <remarks>
/// <para>What a step causes has come out when its method returns. An exception of a function leaves the method wrapped in a
/// <see cref="JobException"/>; the harness cannot be used afterwards.</para>
/// <para><b>Time.</b> The clock stands at 0 and moves only by <see cref="SetProcessingTime"/>. Watermarks and statuses arrive as they are
/// put in.</para>
/// <para><b>State.</b> <see cref="Snapshot"/> and <see cref="Restore"/> as in a failure; <see cref="Renew"/> as if nothing had
/// happened.</para>
/// <para><b>Threads.</b> One.</para>
/// </remarks>
public sealed class JobHarness<TOut> : IDisposable
{
    private readonly Func<TestProgram, DataStream<TOut>> _build;
    private readonly List<Action<TestProgram, DataStream<TOut>>> _sides = [];
    private readonly List<Element<TOut>> _output = [];
    private readonly ProcessingClock _clock = new();
    private HarnessOptions _options;
    private Incarnation? _current;
    private bool _isDisposed;
    private bool _isTrying;
    private long _lastSnapshotId;
    private JobSnapshot? _last;   // what changes are changes of

    /// <summary>A harness around a pipeline; its operators are made by the first step, or by <see cref="Open"/>.</summary>
    /// <param name="build">Builds the pipeline from the inputs of its argument; called for each start and restore, so functions must be
    /// made inside.</param>
    /// <param name="options">How it is run; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="build"/> is null.</exception>
    public JobHarness(Func<TestProgram, DataStream<TOut>> build, HarnessOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(build);

        _build = build;
        _options = options ?? new HarnessOptions();
    }

    /// <summary>What has come out so far, in order; elements of different side outputs in no particular order to each other.</summary>
    public IReadOnlyList<Element<TOut>> Output => _output;

    /// <summary>The clock, in milliseconds since the epoch.</summary>
    public long ProcessingTimeMs => _clock.NowMs;

    /// <summary>Whether what was put in last waits, because an operator with asynchronous calls has no room: nothing can be put in until
    /// <see cref="Settle"/> or <see cref="SetProcessingTime"/> has made some.</summary>
    public bool IsHeld => Current.IsHeld;

    /// <summary>How many timers are pending, of all keys and in both time domains.</summary>
    public int TimerCount => Current.Operators.Sum(each => each.KeyedState?.Tables.OfType<TimerQueue>().Sum(timers => timers.Count) ?? 0);

    /// <summary>How many keys have any state or timer, added up over all operators.</summary>
    public int KeyCount => Current.Operators.Sum(each => each.KeyedState?.KeyCount ?? 0);

    private Incarnation Current => _isDisposed ? throw TestingErrors.IsDisposed() : _current ??= Create(null, null);

    /// <summary>Has a side output of the pipeline's last operator recorded. Call it before the first step.</summary>
    /// <typeparam name="T">The type of its records.</typeparam>
    /// <param name="tag">The side output.</param>
    /// <returns>This harness.</returns>
    public JobHarness<TOut> ReadSideOutput<T>(OutputTag<T> tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        _sides.Add((program, main) =>
        {
            var end = main as SingleOutputStreamOperator<TOut> ?? throw TestingErrors.NoSideOutputs(tag.Id);
            program.RecordBeside(tag.Id, end.GetSideOutput(tag));
        });
        return this;
    }

    /// <summary>Makes and opens the operators, if no step has done so yet.</summary>
    /// <exception cref="JobException">The pipeline contradicts itself, or an operator cannot be opened.</exception>
    public void Open() => _ = Current;

    /// <summary>Puts in a record.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="input">The input, from 0.</param>
    /// <param name="value">The record.</param>
    /// <param name="at">Its timestamp in milliseconds since the epoch; null for none.</param>
    public void Process<T>(int input, T value, long? at = null) => ProcessBatch<T>(input, [(value, at)]);

    /// <summary>Puts in records as one batch.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="input">The input, from 0.</param>
    /// <param name="records">The records with their timestamps.</param>
    public void ProcessBatch<T>(int input, IReadOnlyList<(T Value, long? At)> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        ThrowIfHeld();

        var source = Current.SourceOf(input);
        if (source is not TestSource<T> typed)
            throw TestingErrors.WrongInputType(input, source.GetType().GetGenericArguments()[0], typeof(T));

        Guarded(() => typed.Process(records));
    }

    /// <summary>Puts in a watermark, also one that does not rise.</summary>
    /// <param name="input">The input, from 0.</param>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    public void Watermark(int input, long watermarkMs) => Guarded(() => SourceOf(input).Watermark(watermarkMs));

    /// <summary>Puts in a status.</summary>
    /// <param name="input">The input, from 0.</param>
    /// <param name="idle">Whether the stream is idle from now on.</param>
    public void Status(int input, bool idle) => Guarded(() => SourceOf(input).Status(idle));

    /// <summary>Ends an input: the watermark <see cref="long.MaxValue"/>, then its end.</summary>
    /// <param name="input">The input, from 0.</param>
    public void EndInput(int input) => Guarded(() => SourceOf(input).End());

    /// <summary>Sets the clock, and fires what is due.</summary>
    /// <param name="nowMs">Milliseconds since the epoch; the clock never goes back.</param>
    public void SetProcessingTime(long nowMs) => Guarded(() => Current.SetProcessingTime(nowMs));

    /// <summary>Takes what asynchronous calls have given since the last step, and goes on with what waited for room.</summary>
    public void Settle() => Guarded(() => Current.Settle());

    /// <summary>Takes a snapshot of all operators.</summary>
    /// <returns>The snapshot; it stays valid whatever happens afterwards.</returns>
    /// <exception cref="InvalidOperationException">What was put in last waits: it is in no state.</exception>
    public JobSnapshot Snapshot()
    {
        ThrowIfHeld();
        JobSnapshot? snapshot = null;
        Guarded(() => snapshot = _last = Current.TakeSnapshot(++_lastSnapshotId, Previous));
        return snapshot!;
    }

    /// <summary>Throws the operators away and goes on with new ones from a snapshot, as after a failure: without current watermarks and
    /// statuses.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="parallelism">How many subtasks there are from now on; null for as many as before.</param>
    public void Restore(JobSnapshot snapshot, int? parallelism = null) => Replace(snapshot, parallelism, null);

    /// <summary>Takes a snapshot, throws the operators away and goes on with new ones as if nothing had happened: state comes from the
    /// snapshot, and current watermarks, statuses and generators are kept.</summary>
    /// <param name="parallelism">How many subtasks there are from now on; null for as many as before.</param>
    public void Renew(int? parallelism = null) => Replace(Snapshot(), parallelism, _current);

    /// <summary>As <see cref="Renew"/>; the snapshot is written while the operators that are thrown away do something else, which leaves no
    /// trace. Where watermarks are generated nothing is done meanwhile: generators are handed over as they are.</summary>
    /// <param name="meanwhile">What they do; null for nothing. Should it fail, it is left to the new operators to say so.</param>
    internal void RenewWhile(Action? meanwhile)
    {
        var before = Current;
        var count = _output.Count;
        var taking = before.BeginSnapshot(++_lastSnapshotId, Previous);
        before.WriteSlice(taking);
        if (meanwhile is not null && !before.GeneratesWatermarks)
        {
            _isTrying = true;
            Try(meanwhile);
            _isTrying = false;
            _output.RemoveRange(count, _output.Count - count);
        }

        before.Finish(taking);
        _last = taking.Snapshot;
        Replace(_last, null, before);
    }

    /// <summary>Hands over what has come out, and forgets it.</summary>
    /// <returns>What came out since the last call.</returns>
    public IReadOnlyList<Element<TOut>> TakeOutput()
    {
        Element<TOut>[] taken = [.. _output];
        _output.Clear();
        return taken;
    }

    /// <summary>Closes the operators.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;

        _current?.Close();
        _isDisposed = true;
    }

    private JobSnapshot? Previous => _options.IncrementalSnapshots ? _last : null;

    private static bool Try(Action step)
    {
        try
        {
            step();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private ITestSource SourceOf(int input)
    {
        ThrowIfHeld();
        return (ITestSource)Current.SourceOf(input);
    }

    private void ThrowIfHeld()
    {
        if (Current.IsHeld)
            throw TestingErrors.IsHeld();
    }

    private void Replace(JobSnapshot snapshot, int? parallelism, Incarnation? predecessor)
    {
        ArgumentNullException.ThrowIfNull(snapshot);

        Current.Close();
        _options = _options with { Parallelism = parallelism ?? _options.Parallelism };
        Guarded(() =>
        {
            _current = Create(snapshot, predecessor);
            _current.Settle();   // what was on its way is asked about again
        });
        _last = snapshot;
    }

    private Incarnation Create(JobSnapshot? restore, Incarnation? predecessor)
    {
        var program = new TestProgram(_options, new Recorders(_output));
        var main = _build(program);
        program.Record(main, new MainRecorder<TOut>(_output));
        foreach (var side in _sides)
            side(program, main);

        return new Incarnation(program, _options, _clock, restore, predecessor);
    }

    private void Guarded(Action step)
    {
        try
        {
            step();
        }
        catch (Exception) when (!_isTrying)
        {
            Dispose();
            throw;
        }
    }

    private sealed class Recorders(List<Element<TOut>> output) : IRecorders
    {
        public IRecorder<T> For<T>(string name) => new SideRecorder<TOut, T>(output, name);
    }
}
