namespace Akka.Flink.Windowing;

/// <summary>Gives the gap of a session from one of its records.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para><b>Threads.</b> One instance serves all subtasks: it must not change.</para>
/// <para><b>Flink.</b> <c>SessionWindowTimeGapExtractor</c>.</para>
/// </remarks>
public interface ISessionWindowTimeGapExtractor<in T>
{
    /// <summary>The gap behind a record.</summary>
    /// <param name="element">The record.</param>
    /// <returns>Milliseconds; 1 or more.</returns>
    long Extract(T element);
}
