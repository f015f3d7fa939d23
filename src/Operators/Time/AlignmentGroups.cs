namespace Akka.Flink.Operators;

/// <summary>Compares the watermarks of a job's sources that wait for each other, and tells each how far it may go.</summary>
/// <param name="host">Runs it, beside the coordinators.</param>
/// <remarks>An idle or finished subtask reports the largest long. One that has not reported yet is not waited for.<para><b>Flink.</b>
/// <c>SourceCoordinator.announceCombinedWatermark</c>.</para></remarks>
internal sealed class AlignmentGroups(ICoordinatorHost host)
{
    private readonly List<(SourceCoordinator Source, WatermarkAlignment Alignment)> _sources = [];
    private readonly Dictionary<(string Uid, int Subtask), long> _reports = [];

    /// <summary>Adds a source, if it waits for others.</summary>
    /// <param name="source">The source.</param>
    public void Add(SourceCoordinator source)
    {
        if (source.Alignment is { } alignment)
            _sources.Add((source, alignment));
    }

    /// <summary>Begins to compare: all readers are open.</summary>
    public void Start()
    {
        foreach (var (source, alignment) in _sources)
            Schedule(source, alignment);
    }

    /// <summary>Takes the watermark of a subtask.</summary>
    /// <param name="uid">The source.</param>
    /// <param name="subtask">The subtask.</param>
    /// <param name="watermarkMs">Its watermark; the largest long if nobody is to wait for it.</param>
    public void Report(string uid, int subtask, long watermarkMs) => _reports[(uid, subtask)] = watermarkMs;

    private void Schedule(SourceCoordinator source, WatermarkAlignment alignment) => host.Schedule(alignment.UpdateInterval, () =>
    {
        if (SmallestOf(alignment.Group) is { } smallestMs)
            source.SetMaxWatermark(smallestMs > long.MaxValue - alignment.MaxDriftMs ? long.MaxValue : smallestMs + alignment.MaxDriftMs);
        Schedule(source, alignment);
    });

    private long? SmallestOf(string group)
    {
        long? smallestMs = null;
        foreach (var ((uid, _), watermarkMs) in _reports)
        {
            if (_sources.Exists(each => each.Alignment.Group == group && each.Source.Node.Uid == uid))
                smallestMs = Math.Min(smallestMs ?? long.MaxValue, watermarkMs);
        }

        return smallestMs;
    }
}
