namespace Akka.Flink.Operators;

/// <summary>An operator of a program: what a name, a uid and a parallelism can be given to.</summary>
/// <remarks>The graph is made of these and of <see cref="StreamEdge"/>s between them; an <see cref="OperatorFactory{TOut}"/> in it makes
/// the operator of a subtask.</remarks>
internal abstract class OperatorNode
{
    private protected OperatorNode(StreamExecutionEnvironment environment, string name)
    {
        Environment = environment;
        Name = name;
        environment.Add(this);
    }

    /// <summary>Whose program it belongs to.</summary>
    public StreamExecutionEnvironment Environment { get; }

    /// <summary>Its number in the program, from 0, in the order in which operators were added.</summary>
    public int Id { get; set; }

    /// <summary>Its name.</summary>
    public string Name { get; set; }

    /// <summary>The uid that the program gave it; null when the graph makes one.</summary>
    public string? OwnUid { get; set; }

    /// <summary>The uid, settled when the graph is built.</summary>
    public string Uid { get; set; } = "";

    /// <summary>How many subtasks it has on its own account; null for the environment's number.</summary>
    public int? OwnParallelism { get; set; }

    /// <summary>How many subtasks it may have at most.</summary>
    public int FixedParallelismLimit { get; init; } = int.MaxValue;

    /// <summary>How many subtasks it has.</summary>
    public int Parallelism => OrderedParallelism is { } ordered
        ? Math.Min(ordered, Math.Min(MaxParallelism, FixedParallelismLimit))
        : ProgramParallelism;

    /// <summary>How many key groups it has on its own account; null for the environment's number.</summary>
    public int? OwnMaxParallelism { get; set; }

    /// <summary>How many key groups it has.</summary>
    public int MaxParallelism => OwnMaxParallelism ?? Environment.MaxParallelismFor(ProgramParallelism);

    /// <summary>Whether it runs in the task of what is before and behind it.</summary>
    public Chaining Chaining { get; set; }

    /// <summary>The slot sharing group that the program gave it; null for that of its inputs.</summary>
    public string? OwnSlotSharingGroup { get; set; }

    /// <summary>The slot sharing group, settled when the graph is built.</summary>
    public string SlotSharingGroup { get; set; } = NodeSettings.DefaultSlotSharingGroup;

    /// <summary>Whether it works by key.</summary>
    public bool IsKeyed { get; init; }

    /// <summary>The types of its inputs and output, as they count for its generated uid.</summary>
    public abstract string Signature { get; }

    /// <summary>Hands settings to its source or sink, if that takes any.</summary>
    /// <param name="settings">What was set.</param>
    public abstract void Configure(ISettings settings);

    /// <summary>Makes what runs its enumerator, if it is a source; null otherwise.</summary>
    /// <param name="host">What runs that in turn.</param>
    public abstract SourceCoordinator? CreateCoordinator(ICoordinatorHost host);

    /// <summary>Where its results are, if it is a sink that can say so; null otherwise.</summary>
    public virtual string? ResultLocation => null;

    /// <summary>Its inputs.</summary>
    public abstract IReadOnlyList<NodeInput> Inputs { get; }

    /// <summary>The edges that come in, settled when the graph is built.</summary>
    public List<StreamEdge> Incoming { get; } = [];

    /// <summary>The edges that go out, settled when the graph is built.</summary>
    public List<StreamEdge> Outgoing { get; } = [];

    // Uids are settled after edges: until then only what holds for all operators is known.
    private int? OrderedParallelism => Environment.Overrides.ParallelismByUid.TryGetValue(Uid, out var own)
        ? own
        : Environment.Overrides.EveryParallelism;

    private int ProgramParallelism => Math.Min(OwnParallelism ?? Environment.Parallelism, FixedParallelismLimit);

    /// <summary>Makes the operator of a subtask, in front of everything downstream.</summary>
    /// <param name="builder">Makes what is downstream.</param>
    /// <param name="subtask">The subtask.</param>
    public abstract Operator Build(JobBuilder builder, int subtask);
}
