namespace Akka.Flink.State;

/// <summary>One value for each key, to which each added element is reduced.</summary>
/// <typeparam name="T">The type of elements and value; it needs a type serializer.</typeparam>
/// <remarks><para><b>Flink.</b> <c>ReducingState</c>. The first element is stored as it is, without a call of the
/// function.</para></remarks>
public interface IReducingState<T> : IState
{
    /// <summary>The value so far; <c>default</c> when nothing was added.</summary>
    /// <exception cref="StateException">There is no current key.</exception>
    T? Value { get; }

    /// <summary>Reads the value so far.</summary>
    /// <param name="value">The value, or <c>default</c>.</param>
    /// <returns>Whether anything was added.</returns>
    /// <exception cref="StateException">There is no current key.</exception>
    bool TryGet([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value);

    /// <summary>Adds an element.</summary>
    /// <param name="value">The element.</param>
    /// <exception cref="StateException">There is no current key.</exception>
    void Add(T value);
}
