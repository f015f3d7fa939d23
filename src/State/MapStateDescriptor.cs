namespace Akka.Flink.State;

/// <summary>Declares a map, whatever the types of its keys and values are.</summary>
/// <remarks>Use <see cref="MapStateDescriptor{TMapKey, TValue}"/>.</remarks>
public abstract class MapStateDescriptor : StateDescriptor
{
    private protected MapStateDescriptor(string name)
        : base(name)
    {
    }

    /// <summary>Declares it as broadcast state.</summary>
    /// <param name="store">Where.</param>
    /// <returns>The state, an <see cref="IBroadcastState{TMapKey, TValue}"/>.</returns>
    internal abstract object DeclareBroadcast(IOperatorStateStore store);
}
