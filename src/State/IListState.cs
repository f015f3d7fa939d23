namespace Akka.Flink.State;

/// <summary>A list of elements for each key, in the order in which they were added.</summary>
/// <typeparam name="T">The elements' type; it needs a type serializer. Elements are never null.</typeparam>
/// <remarks>
/// <para>Enumerating gives the elements of the current key, none if there are none. The state may not be changed while it is
/// enumerated.</para>
/// <para><b>State.</b> Versioned by element: adding to a long list writes only what was added.</para>
/// <para><b>Flink.</b> <c>ListState</c>.</para>
/// </remarks>
public interface IListState<T> : IState, IEnumerable<T>
{
    /// <summary>Appends an element.</summary>
    /// <param name="value">The element; not null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="StateException">There is no current key.</exception>
    void Add(T value);

    /// <summary>Appends elements.</summary>
    /// <param name="values">The elements; none of them null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> or one of them is null.</exception>
    /// <exception cref="StateException">There is no current key.</exception>
    void AddAll(IEnumerable<T> values);

    /// <summary>Replaces the whole list. An empty one clears the state.</summary>
    /// <param name="values">The new elements; none of them null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> or one of them is null.</exception>
    /// <exception cref="StateException">There is no current key.</exception>
    void Update(IEnumerable<T> values);
}
