namespace Akka.Flink.State;

/// <summary>An accumulator for each key, to which elements are added and from which a result is read.</summary>
/// <typeparam name="TIn">The type of elements.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <remarks><para><b>Flink.</b> <c>AggregatingState</c>.</para></remarks>
public interface IAggregatingState<TIn, TOut> : IState
{
    /// <summary>The result of what was added so far; <c>default</c> when nothing was.</summary>
    /// <exception cref="StateException">There is no current key.</exception>
    TOut? Value { get; }

    /// <summary>Reads the result of what was added so far.</summary>
    /// <param name="value">The result, or <c>default</c>.</param>
    /// <returns>Whether anything was added.</returns>
    /// <exception cref="StateException">There is no current key.</exception>
    bool TryGet([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TOut value);

    /// <summary>Adds an element.</summary>
    /// <param name="value">The element.</param>
    /// <exception cref="StateException">There is no current key.</exception>
    void Add(TIn value);
}
