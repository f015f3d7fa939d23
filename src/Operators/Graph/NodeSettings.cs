namespace Akka.Flink.Operators;

/// <summary>What can be set of an operator in a program.</summary>
internal static class NodeSettings
{
    /// <summary>The slot sharing group of operators that nobody gave another.</summary>
    public const string DefaultSlotSharingGroup = "default";

    public static void SlotSharingGroup(OperatorNode node, string group)
    {
        if (string.IsNullOrWhiteSpace(group))
            throw OperatorErrors.NoSlotSharingGroup(nameof(group));

        node.OwnSlotSharingGroup = group;
    }

    public static void Name(OperatorNode node, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        node.Name = name;
    }

    public static void Uid(OperatorNode node, string uid)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(uid);
        node.OwnUid = uid;
    }

    public static void Parallelism(OperatorNode node, int parallelism)
    {
        StreamExecutionEnvironment.ThrowIfNoParallelism(parallelism, nameof(parallelism));
        if (parallelism > node.FixedParallelismLimit)
            throw OperatorErrors.ParallelismIsFixed(node.Name, parallelism, node.FixedParallelismLimit);

        node.OwnParallelism = parallelism;
    }

    public static void MaxParallelism(OperatorNode node, int maxParallelism)
    {
        StreamExecutionEnvironment.ThrowIfNoParallelism(maxParallelism, nameof(maxParallelism));
        node.OwnMaxParallelism = maxParallelism;
    }
}
