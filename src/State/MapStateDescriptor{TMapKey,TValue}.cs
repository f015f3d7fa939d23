namespace Akka.Flink.State;

/// <summary>Declares an <see cref="IMapState{TMapKey, TValue}"/>, or an <see cref="IBroadcastState{TMapKey, TValue}"/>.</summary>
/// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
/// <typeparam name="TValue">The type of the map's values.</typeparam>
/// <param name="name">The state's name, unique within its operator.</param>
public sealed class MapStateDescriptor<TMapKey, TValue>(string name) : MapStateDescriptor(name)
    where TMapKey : notnull
{
    /// <inheritdoc/>
    internal override object DeclareBroadcast(IOperatorStateStore store) => store.GetBroadcastState(this);
}
