namespace Akka.Flink.Functions;

using Akka.Flink.Operators;

/// <summary>Asks something outside about each record, such as a service or a database, without waiting for the answer.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>
/// <para>Derive from <see cref="RichFunction"/> as well to be opened and closed: the place to make and dispose of a client.</para>
/// <para><b>State.</b> There is no keyed state: what continues after an await is on another thread, and another record's turn.</para>
/// <para><b>Threads.</b> <see cref="InvokeAsync"/> and <see cref="Timeout"/> are called by the task's thread, one at a time; what follows
/// an
/// await runs on the thread pool.</para>
/// <para><b>Flink.</b> <c>AsyncFunction</c>; there the result is put into a <c>ResultFuture</c>.</para>
/// </remarks>
/// <example><code source="samples/Docs/AsyncIO.cs" region="async-function" /></example>
public interface IAsyncFunction<in TIn, TOut> : IFunction
{
    /// <summary>Begins the call for a record.</summary>
    /// <param name="value">The record. After a restore it is asked again about records whose results had not come out.</param>
    /// <param name="cancellationToken">Ends the call: its time is up, or the task ends. What comes of it then counts for nothing.</param>
    /// <returns>The results, none, one or many, emitted with the record's timestamp. If it fails, so does the job, unless it is tried
    /// again.</returns>
    Task<IReadOnlyCollection<TOut>> InvokeAsync(TIn value, CancellationToken cancellationToken);

    /// <summary>Called when the time of a record is up.</summary>
    /// <param name="value">The record.</param>
    /// <returns>What is emitted instead; it is not tried again.</returns>
    /// <exception cref="TimeoutException">Always, unless it is overridden; it fails the job.</exception>
    IReadOnlyCollection<TOut> Timeout(TIn value) => throw OperatorErrors.AsyncTimedOut();
}
