namespace Akka.Flink.Operators;

/// <summary>A step of a program, as the API writes it down.</summary>
/// <param name="environment">Whose program it belongs to.</param>
internal abstract class Transformation(StreamExecutionEnvironment environment)
{
    /// <summary>Whose program it belongs to.</summary>
    public StreamExecutionEnvironment Environment { get; } = environment;

    /// <summary>How many subtasks it has on its own account; null for the environment's number.</summary>
    public int? OwnParallelism { get; set; }

    /// <summary>How many subtasks it has.</summary>
    public virtual int Parallelism => OwnParallelism ?? Environment.Parallelism;
}
