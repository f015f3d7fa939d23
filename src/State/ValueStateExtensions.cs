namespace Akka.Flink.State;

using Akka.Flink.State.Keyed;

/// <summary>Access to value state by reference.</summary>
public static class ValueStateExtensions
{
    /// <summary>A reference to the current key's value, which is <c>default</c> at first. Writing to it updates the state.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="state">The state.</param>
    /// <returns>A reference that is valid until this state is used again or the call that was given the element returns.</returns>
    /// <remarks>The fastest way to a struct: one look-up, no copy. With time-to-live it counts as a write.</remarks>
    /// <exception cref="StateException">There is no current key.</exception>
    public static ref T GetOrAddRef<T>(this IValueState<T> state)
        where T : struct =>
        ref (state is ValueState<T> plain ? ref plain.GetOrAddRef() : ref ((IRefValueState<T>)state).GetOrAddRef());
}
