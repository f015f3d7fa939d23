namespace Akka.Flink.Operators;

/// <summary>What processes a stream inside a task: it sees its inputs, its outputs, its state and its timers, and nothing of what runs it.</summary>
/// <remarks>
/// <para>Life: <see cref="Open"/>, elements through its inputs, between batches snapshots, at the end <see cref="Close"/>. Restored state is there before <see cref="Open"/>.</para>
/// <para><b>Threads.</b> One at a time: the task's.</para>
/// <para><b>Flink.</b> <c>StreamOperator</c>, <c>AbstractStreamOperator</c>.</para>
/// </remarks>
public abstract class Operator
{
    /// <summary>An operator in a place.</summary>
    /// <param name="context">Where it runs.</param>
    protected Operator(OperatorContext context) => Context = context;

    /// <summary>Where the operator runs.</summary>
    public OperatorContext Context { get; }

    /// <summary>Called once before the first element.</summary>
    public virtual void Open()
    {
    }

    /// <summary>Called after the clock was moved: fires what is due by it.</summary>
    /// <returns>Whether all of it is done; if not, <see cref="Resume"/> goes on.</returns>
    public virtual bool OnProcessingTime() => true;

    /// <summary>Goes on with what stopped because an output was not writable.</summary>
    /// <returns>Whether nothing is left to go on with, downstream included.</returns>
    public abstract bool Resume();

    /// <summary>Called once after the last element, and when the task fails or is cancelled.</summary>
    public virtual void Close()
    {
    }
}
