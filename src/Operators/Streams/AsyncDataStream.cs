namespace Akka.Flink;

using Akka.Flink.Functions;
using Akka.Flink.Operators;

/// <summary>Asks something outside about each record of a stream, many records at a time.</summary>
/// <remarks>
/// <para><b>Output.</b> With the timestamps of the records. A watermark never overtakes a record, nor a record a watermark.</para>
/// <para><b>State.</b> The records whose results have not come out. They are asked about again after a restore: the outside sees a record
/// at
/// least once.</para>
/// <para><b>Time.</b> Time-outs and delays go by the clock. Where there is no room for another record, upstream is held back.</para>
/// <para><b>Flink.</b> <c>AsyncDataStream</c>.</para>
/// </remarks>
public static class AsyncDataStream
{
    /// <summary>How many records there may be at a time unless told otherwise.</summary>
    public const int DefaultCapacity = 100;

    /// <summary>Results come out in the order of their records.</summary>
    /// <typeparam name="TIn">The type of records.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="stream">The records.</param>
    /// <param name="function">Asks; each subtask has a shallow copy.</param>
    /// <param name="timeout">How long a record may take; zero for ever.</param>
    /// <param name="capacity">How many records and watermarks there may be at a time; at least 1.</param>
    /// <returns>The stream of results.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    /// <example><code source="samples/Docs/AsyncIO.cs" region="async-ordered" /></example>
    public static SingleOutputStreamOperator<TOut> OrderedWait<TIn, TOut>(
        DataStream<TIn> stream, IAsyncFunction<TIn, TOut> function, TimeSpan timeout, int capacity = DefaultCapacity) =>
        Add(stream, function, AsyncMode.Ordered, timeout, capacity, null);

    /// <summary>Results come out in the order of their records, one for each.</summary>
    /// <typeparam name="TIn">The type of records.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="stream">The records.</param>
    /// <param name="call">Asks; called by all subtasks.</param>
    /// <param name="timeout">How long a record may take; zero for ever.</param>
    /// <param name="capacity">How many records and watermarks there may be at a time; at least 1.</param>
    /// <returns>The stream of results.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    public static SingleOutputStreamOperator<TOut> OrderedWait<TIn, TOut>(
        DataStream<TIn> stream,
        Func<TIn, CancellationToken, Task<TOut>> call,
        TimeSpan timeout,
        int capacity = DefaultCapacity) =>
        Add(stream, Of(call), AsyncMode.Ordered, timeout, capacity, null);

    /// <summary>Results come out in the order of their records; calls are tried again.</summary>
    /// <typeparam name="TIn">The type of records.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="stream">The records.</param>
    /// <param name="function">Asks; each subtask has a shallow copy.</param>
    /// <param name="timeout">How long a record may take, all attempts together; zero for ever.</param>
    /// <param name="capacity">How many records and watermarks there may be at a time; at least 1.</param>
    /// <param name="retryStrategy">Which calls are tried again, and when.</param>
    /// <returns>The stream of results.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    public static SingleOutputStreamOperator<TOut> OrderedWaitWithRetry<TIn, TOut>(
        DataStream<TIn> stream,
        IAsyncFunction<TIn, TOut> function,
        TimeSpan timeout,
        int capacity,
        IAsyncRetryStrategy<TOut> retryStrategy)
    {
        ArgumentNullException.ThrowIfNull(retryStrategy);
        return Add(stream, function, AsyncMode.Ordered, timeout, capacity, retryStrategy);
    }

    /// <summary>Results come out as they come, but never past a watermark.</summary>
    /// <typeparam name="TIn">The type of records.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="stream">The records.</param>
    /// <param name="function">Asks; each subtask has a shallow copy.</param>
    /// <param name="timeout">How long a record may take; zero for ever.</param>
    /// <param name="capacity">How many records and watermarks there may be at a time; at least 1.</param>
    /// <returns>The stream of results.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    public static SingleOutputStreamOperator<TOut> UnorderedWait<TIn, TOut>(
        DataStream<TIn> stream, IAsyncFunction<TIn, TOut> function, TimeSpan timeout, int capacity = DefaultCapacity) =>
        Add(stream, function, AsyncMode.Unordered, timeout, capacity, null);

    /// <summary>Results come out as they come, but never past a watermark, one for each record.</summary>
    /// <typeparam name="TIn">The type of records.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="stream">The records.</param>
    /// <param name="call">Asks; called by all subtasks.</param>
    /// <param name="timeout">How long a record may take; zero for ever.</param>
    /// <param name="capacity">How many records and watermarks there may be at a time; at least 1.</param>
    /// <returns>The stream of results.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    public static SingleOutputStreamOperator<TOut> UnorderedWait<TIn, TOut>(
        DataStream<TIn> stream,
        Func<TIn, CancellationToken, Task<TOut>> call,
        TimeSpan timeout,
        int capacity = DefaultCapacity) =>
        Add(stream, Of(call), AsyncMode.Unordered, timeout, capacity, null);

    /// <summary>Results come out as they come, but never past a watermark; calls are tried again.</summary>
    /// <typeparam name="TIn">The type of records.</typeparam>
    /// <typeparam name="TOut">The type of results.</typeparam>
    /// <param name="stream">The records.</param>
    /// <param name="function">Asks; each subtask has a shallow copy.</param>
    /// <param name="timeout">How long a record may take, all attempts together; zero for ever.</param>
    /// <param name="capacity">How many records and watermarks there may be at a time; at least 1.</param>
    /// <param name="retryStrategy">Which calls are tried again, and when.</param>
    /// <returns>The stream of results.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    public static SingleOutputStreamOperator<TOut> UnorderedWaitWithRetry<TIn, TOut>(
        DataStream<TIn> stream,
        IAsyncFunction<TIn, TOut> function,
        TimeSpan timeout,
        int capacity,
        IAsyncRetryStrategy<TOut> retryStrategy)
    {
        ArgumentNullException.ThrowIfNull(retryStrategy);
        return Add(stream, function, AsyncMode.Unordered, timeout, capacity, retryStrategy);
    }

    private static LambdaAsyncFunction<TIn, TOut> Of<TIn, TOut>(Func<TIn, CancellationToken, Task<TOut>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new LambdaAsyncFunction<TIn, TOut>(call);
    }

    private static SingleOutputStreamOperator<TOut> Add<TIn, TOut>(
        DataStream<TIn> stream,
        IAsyncFunction<TIn, TOut> function,
        AsyncMode mode,
        TimeSpan timeout,
        int capacity,
        IAsyncRetryStrategy<TOut>? retry)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);

        var options = new AsyncOptions<TOut>(mode, (long)Math.Ceiling(timeout.TotalMilliseconds), capacity, retry);
        return stream.Add<TOut>("Async Wait", (context, output) =>
            new AsyncWaitOperator<TIn, TOut>(context, output, UserFunction.ForSubtask(function), options));
    }
}
