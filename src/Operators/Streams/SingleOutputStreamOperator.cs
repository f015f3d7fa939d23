namespace Akka.Flink;

using Akka.Flink.Operators;

/// <summary>The stream that comes out of an operator: what a name, a uid and a parallelism can be given to.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <remarks><para><b>Flink.</b> <c>SingleOutputStreamOperator</c>.</para></remarks>
public sealed class SingleOutputStreamOperator<T> : DataStream<T>
{
    private readonly OperatorNode<T> _node;

    internal SingleOutputStreamOperator(OperatorNode<T> node)
        : base(node.Result) => _node = node;

    /// <summary>Names the operator, in logs and metrics.</summary>
    /// <param name="name">The name.</param>
    /// <returns>This stream.</returns>
    public SingleOutputStreamOperator<T> Name(string name)
    {
        NodeSettings.Name(_node, name);
        return this;
    }

    /// <summary>Names the operator's state, so that it is found again when the program has changed.</summary>
    /// <param name="uid">The uid; unique in the job.</param>
    /// <returns>This stream.</returns>
    /// <remarks><para><b>State.</b> Without a uid of one's own one is made of the steps before; it changes when those do.</para></remarks>
    public SingleOutputStreamOperator<T> Uid(string uid)
    {
        NodeSettings.Uid(_node, uid);
        return this;
    }

    /// <summary>Sets how many subtasks the operator has.</summary>
    /// <param name="parallelism">1 to its maximum parallelism.</param>
    /// <returns>This stream.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parallelism"/> is outside its bounds.</exception>
    /// <exception cref="JobException">The operator's parallelism is fixed.</exception>
    public SingleOutputStreamOperator<T> SetParallelism(int parallelism)
    {
        NodeSettings.Parallelism(_node, parallelism);
        return this;
    }

    /// <summary>Sets how many key groups the operator has, and with it the most subtasks that it can ever have.</summary>
    /// <param name="maxParallelism">1 to 32768.</param>
    /// <returns>This stream.</returns>
    /// <remarks><para><b>State.</b> Fixed once there is state.</para></remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxParallelism"/> is outside its bounds.</exception>
    public SingleOutputStreamOperator<T> SetMaxParallelism(int maxParallelism)
    {
        NodeSettings.MaxParallelism(_node, maxParallelism);
        return this;
    }

    /// <summary>Has the operator begin a chain: it does not run in the task of what is before it.</summary>
    /// <returns>This stream.</returns>
    public SingleOutputStreamOperator<T> StartNewChain()
    {
        _node.Chaining = Chaining.Head;
        return this;
    }

    /// <summary>Has the operator run in a task of its own.</summary>
    /// <returns>This stream.</returns>
    public SingleOutputStreamOperator<T> DisableChaining()
    {
        _node.Chaining = Chaining.Never;
        return this;
    }

    /// <summary>Puts the operator into a slot sharing group: its subtasks share slots with those of the same group only.</summary>
    /// <param name="group">The group's name. Default: that of its inputs, if they have one group; else <c>default</c>.</param>
    /// <returns>This stream.</returns>
    /// <remarks>Operators of different groups do not chain. A job needs as many slots as the largest parallelisms of its groups
    /// together.</remarks>
    /// <exception cref="ArgumentException"><paramref name="group"/> is empty.</exception>
    public SingleOutputStreamOperator<T> SlotSharingGroup(string group)
    {
        NodeSettings.SlotSharingGroup(_node, group);
        return this;
    }

    /// <summary>The stream of what the operator puts into a side output.</summary>
    /// <typeparam name="TSide">The type of its records.</typeparam>
    /// <param name="tag">Names the side output.</param>
    /// <returns>The stream; empty if the operator never uses the tag.</returns>
    public DataStream<TSide> GetSideOutput<TSide>(OutputTag<TSide> tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new DataStream<TSide>(new SideOutputTransformation<TSide>(_node, tag));
    }
}
