namespace Akka.Flink;

using Akka.Flink.State;

/// <summary>Broadcast state.</summary>
public partial class DataStream<T>
{
    /// <summary>Has each of the next step's subtasks take all records, into broadcast state.</summary>
    /// <param name="descriptor">The declaration of a state.</param>
    /// <param name="others">Those of others.</param>
    /// <returns>The stream, for others to be connected to.</returns>
    /// <exception cref="JobException">Two states have one name.</exception>
    public BroadcastStream<T> Broadcast(MapStateDescriptor descriptor, params MapStateDescriptor[] others)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        ArgumentNullException.ThrowIfNull(others);

        MapStateDescriptor[] all = [descriptor, .. others];
        foreach (var group in all.GroupBy(each => each.Name).Where(group => group.Count() > 1))
            throw OperatorErrors.DuplicateBroadcastState(group.Key);
        return new BroadcastStream<T>(Broadcast(), all);
    }

    /// <summary>Brings this stream together with a broadcast stream in one function.</summary>
    /// <typeparam name="TBroadcast">The type of broadcast records.</typeparam>
    /// <param name="second">The broadcast stream.</param>
    /// <returns>Both streams.</returns>
    /// <exception cref="JobException">The streams belong to different environments.</exception>
    public BroadcastConnectedStream<T, TBroadcast> Connect<TBroadcast>(BroadcastStream<TBroadcast> second)
    {
        ArgumentNullException.ThrowIfNull(second);
        CheckEnvironment("Connect", second.Stream.Transformation);
        return new BroadcastConnectedStream<T, TBroadcast>(this, second);
    }
}
