namespace Akka.Flink.Operators;

/// <summary>Which operator of a task is at work, so that one that does not come back can be named.</summary>
/// <remarks><para><b>Threads.</b> The task's thread sets it, any may read it.</para></remarks>
internal sealed class TaskActivity
{
    private volatile OperatorNode? _current;

    /// <summary>Logs what whoever runs the job must hear of; null for nowhere.</summary>
    public Action<string>? Report { get; set; }

    /// <summary>The operator at work; null between batches.</summary>
    public OperatorNode? Current
    {
        get => _current;
        set => _current = value;
    }
}
