namespace Akka.Flink.Functions;

/// <summary>Decides which records go on.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <remarks><para><b>Flink.</b> <c>FilterFunction</c>. Derive from <see cref="RichFunction"/> as well to be opened and
/// closed.</para></remarks>
public interface IFilterFunction<in T> : IFunction
{
    /// <summary>Whether a record goes on.</summary>
    /// <param name="value">The record.</param>
    bool Filter(T value);
}
