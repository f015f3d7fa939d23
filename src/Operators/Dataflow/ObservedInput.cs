namespace Akka.Flink.Operators;

/// <summary>An edge of a chain that says which of its two operators is at work.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="next">What takes the records.</param>
/// <param name="activity">Is told.</param>
/// <param name="source">The operator in front of the edge.</param>
/// <param name="target">The operator behind it.</param>
internal sealed class ObservedInput<T>(IInput<T> next, TaskActivity activity, OperatorNode source, OperatorNode target) : IInput<T>
{
    public int Process(RecordBatch<T> batch, int from)
    {
        activity.Current = target;
        var taken = next.Process(batch, from);
        activity.Current = source;
        return taken;
    }

    public bool ProcessWatermark(long watermarkMs)
    {
        activity.Current = target;
        var done = next.ProcessWatermark(watermarkMs);
        activity.Current = source;
        return done;
    }

    public bool ProcessStatus(bool idle)
    {
        activity.Current = target;
        var done = next.ProcessStatus(idle);
        activity.Current = source;
        return done;
    }

    public bool EndInput()
    {
        activity.Current = target;
        var done = next.EndInput();
        activity.Current = source;
        return done;
    }

    public bool Resume()
    {
        activity.Current = target;
        var done = next.Resume();
        activity.Current = source;
        return done;
    }
}
