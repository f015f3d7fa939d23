namespace Akka.Flink.State;

/// <summary>Declares an <see cref="IListState{T}"/>.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="name">The state's name, unique within its operator.</param>
public sealed class ListStateDescriptor<T>(string name) : StateDescriptor(name);
