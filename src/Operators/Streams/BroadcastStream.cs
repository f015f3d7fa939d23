namespace Akka.Flink;

using Akka.Flink.State;

/// <summary>A stream whose records every subtask of the next step is given, with the broadcast state that they make.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <remarks>Nothing can be done with it but to connect another stream to it.<para><b>Flink.</b> <c>BroadcastStream</c>.</para></remarks>
public sealed class BroadcastStream<T>
{
    internal BroadcastStream(DataStream<T> stream, MapStateDescriptor[] descriptors)
    {
        Stream = stream;
        Descriptors = descriptors;
    }

    /// <summary>The stream, dealt out to all subtasks.</summary>
    internal DataStream<T> Stream { get; }

    /// <summary>The broadcast states.</summary>
    internal MapStateDescriptor[] Descriptors { get; }
}
