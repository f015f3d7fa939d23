namespace Akka.Flink;

using Akka.Flink.Operators;

/// <summary>A sink in a program: what a name, a uid and a parallelism can be given to.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <remarks><para><b>Flink.</b> <c>DataStreamSink</c>.</para></remarks>
public sealed class DataStreamSink<T>
{
    private readonly OperatorNode<T> _node;

    internal DataStreamSink(OperatorNode<T> node) => _node = node;

    /// <summary>Names the sink, in logs and metrics.</summary>
    /// <param name="name">The name.</param>
    /// <returns>This sink.</returns>
    public DataStreamSink<T> Name(string name)
    {
        NodeSettings.Name(_node, name);
        return this;
    }

    /// <summary>Names the sink's state, so that it is found again when the program has changed.</summary>
    /// <param name="uid">The uid; unique in the job.</param>
    /// <returns>This sink.</returns>
    public DataStreamSink<T> Uid(string uid)
    {
        NodeSettings.Uid(_node, uid);
        return this;
    }

    /// <summary>Sets how many subtasks the sink has.</summary>
    /// <param name="parallelism">1 to 32768.</param>
    /// <returns>This sink.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parallelism"/> is outside its bounds.</exception>
    public DataStreamSink<T> SetParallelism(int parallelism)
    {
        NodeSettings.Parallelism(_node, parallelism);
        return this;
    }

    /// <summary>Sets how many subtasks the sink can ever have.</summary>
    /// <param name="maxParallelism">1 to 32768.</param>
    /// <returns>This sink.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxParallelism"/> is outside its bounds.</exception>
    public DataStreamSink<T> SetMaxParallelism(int maxParallelism)
    {
        NodeSettings.MaxParallelism(_node, maxParallelism);
        return this;
    }

    /// <summary>Has the sink run in a task of its own.</summary>
    /// <returns>This sink.</returns>
    public DataStreamSink<T> DisableChaining()
    {
        _node.Chaining = Chaining.Never;
        return this;
    }

    /// <summary>Puts the sink into a slot sharing group: its subtasks share slots with those of the same group only.</summary>
    /// <param name="group">The group's name. Default: that of its input.</param>
    /// <returns>This sink.</returns>
    /// <exception cref="ArgumentException"><paramref name="group"/> is empty.</exception>
    public DataStreamSink<T> SlotSharingGroup(string group)
    {
        NodeSettings.SlotSharingGroup(_node, group);
        return this;
    }
}
