namespace Akka.Flink.State;

/// <summary>Declares an <see cref="IValueState{T}"/>.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="name">The state's name, unique within its operator.</param>
public sealed class ValueStateDescriptor<T>(string name) : StateDescriptor(name);
