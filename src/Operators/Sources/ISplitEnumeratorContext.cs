namespace Akka.Flink.Sources;

/// <summary>What an enumerator sees of the readers.</summary>
/// <typeparam name="TSplit">The type of splits.</typeparam>
/// <remarks><para><b>Threads.</b> The enumerator's: one at a time, never from inside of a call.</para><para><b>Flink.</b>
/// <c>SplitEnumeratorContext</c>.</para></remarks>
public interface ISplitEnumeratorContext<TSplit>
    where TSplit : ISourceSplit
{
    /// <summary>How many readers there are.</summary>
    int CurrentParallelism { get; }

    /// <summary>Gives a reader a split.</summary>
    /// <param name="split">The split.</param>
    /// <param name="subtask">The reader's subtask.</param>
    void AssignSplit(TSplit split, int subtask);

    /// <summary>Tells a reader something of the enumerator's own; it comes behind the splits that were assigned before.</summary>
    /// <param name="subtask">The reader's subtask.</param>
    /// <param name="data">What both understand; not changed afterwards.</param>
    void SendEventToReader(int subtask, ReadOnlyMemory<byte> data);

    /// <summary>Tells a reader that it gets no more splits: it ends when it has read those it has.</summary>
    /// <param name="subtask">The reader's subtask.</param>
    void SignalNoMoreSplits(int subtask);

    /// <summary>Does outside work, such as listing files or asking a broker, while the enumerator goes on.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="call">The work. It must not touch the enumerator nor this context. Its token ends it when the enumerator is
    /// closed.</param>
    /// <param name="handler">Called with what came of it and null, or with the default and why it failed; not called once the enumerator is
    /// closed. What it throws fails the job.</param>
    /// <remarks><para><b>Threads.</b> The call runs on a thread of its own, so it may block; the handler on the enumerator's. In the
    /// <see cref="Operators.SynchronousDriver"/> both run on the caller's, between batches.</para><para><b>Flink.</b>
    /// <c>callAsync</c>.</para></remarks>
    void CallAsync<T>(Func<CancellationToken, Task<T>> call, Action<T?, Exception?> handler);

    /// <summary>Does outside work again and again; the next time begins one period after the last one was handled.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="call">The work, as in <see cref="CallAsync"/>.</param>
    /// <param name="handler">Called each time, as in <see cref="CallAsync"/>: a failure does not end it.</param>
    /// <param name="initialDelay">Before the first time; zero for at once.</param>
    /// <param name="period">Between two times; at least a millisecond.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is too short.</exception>
    void CallPeriodically<T>(
        Func<CancellationToken, Task<T>> call, Action<T?, Exception?> handler, TimeSpan initialDelay, TimeSpan period);
}
