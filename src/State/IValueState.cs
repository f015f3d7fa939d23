namespace Akka.Flink.State;

/// <summary>One value for each key.</summary>
/// <typeparam name="T">The value's type; it needs a type serializer.</typeparam>
/// <remarks>
/// <para>A value of a mutable class is handed out as it is stored: changing it without <see cref="Update"/> works by chance only, on
/// backends that keep objects.
/// The copy mode of the test harness shows functions that rely on it.</para>
/// <para><b>Flink.</b> <c>ValueState</c>. For structs <see cref="ValueStateExtensions.GetOrAddRef{T}"/> changes the stored value in
/// place.</para>
/// </remarks>
public interface IValueState<T> : IState
{
    /// <summary>The current key's value; <c>default</c> (null for classes) when there is none or it has expired.</summary>
    /// <exception cref="StateException">There is no current key.</exception>
    T? Value { get; }

    /// <summary>Reads the current key's value.</summary>
    /// <param name="value">The value, or <c>default</c>.</param>
    /// <returns>Whether the key has a value.</returns>
    /// <exception cref="StateException">There is no current key.</exception>
    bool TryGet([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value);

    /// <summary>Sets the current key's value. Null removes it, as in Flink.</summary>
    /// <param name="value">The new value.</param>
    /// <exception cref="StateException">There is no current key.</exception>
    void Update(T? value);
}
