namespace Akka.Flink.Functions;

/// <summary>Takes what a function emits.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Flink.</b> <c>Collector</c>.</para></remarks>
public interface ICollector<in T>
{
    /// <summary>Emits a record, with the timestamp of the element or timer that is being processed.</summary>
    /// <param name="value">The record. It may not be changed afterwards.</param>
    void Collect(T value);
}
