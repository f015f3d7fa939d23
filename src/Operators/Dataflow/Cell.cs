namespace Akka.Flink.Operators;

/// <summary>An element of an array of values. Wrapping spares the type check that storing into an array of references costs.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="value">The value.</param>
public struct Cell<T>(T value)
{
    /// <summary>The value.</summary>
    public T Value = value;
}
