namespace Akka.Flink.Runtime;

/// <summary>Which segments the checkpoints of one job name, and which nobody names any more.</summary>
/// <remarks>
/// <para>A segment may be deleted when neither a retained nor a pending checkpoint names it, and no subtask can name it again. A subtask
/// names, at each checkpoint, everything since its last base; so what the last completed checkpoint does not name can only come back if
/// it was opened after that checkpoint. Hence the rules: a segment goes when the last checkpoint that names it is released; what only an
/// aborted checkpoint has named stays until a later one has completed without it, because its chunks stay in the chain; what nobody has
/// ever named stays as long as its attempt runs, and is an orphan afterwards.</para>
/// <para>Holds no more than checkpoints tell: rebuilt from the journal's events, it says the same again.</para>
/// <para><b>Threads.</b> Its owner's, the JobManager.</para>
/// </remarks>
internal sealed class SegmentReferences
{
    private readonly Dictionary<CheckpointId, HashSet<SegmentId>> _retained = [];
    private readonly Dictionary<CheckpointId, HashSet<SegmentId>> _pending = [];
    private readonly Dictionary<SegmentId, CheckpointId> _abandoned = [];
    private readonly Dictionary<SegmentId, int> _counts = [];
    private CheckpointId _last;

    /// <summary>The segments that a retained or pending checkpoint names, as they are now.</summary>
    public IReadOnlySet<SegmentId> Named => new HashSet<SegmentId>(_counts.Keys);

    /// <summary>The segments that the parts of a checkpoint name.</summary>
    /// <param name="operators">The parts.</param>
    public static IEnumerable<SegmentId> SegmentsOf(IEnumerable<OperatorStateHandle> operators)
    {
        foreach (var part in operators)
        {
            if (part.Keyed is null)
                continue;
            foreach (var range in part.Keyed.Chunks)
                yield return range.Segment;
        }
    }

    /// <summary>A subtask has acknowledged a checkpoint that is still pending.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="segments">What the subtask names.</param>
    public void Acknowledge(CheckpointId checkpoint, IEnumerable<SegmentId> segments)
    {
        if (!_pending.TryGetValue(checkpoint, out var named))
            _pending[checkpoint] = named = [];
        Add(named, segments);
    }

    /// <summary>A checkpoint is complete and retained.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="segments">All that it names.</param>
    public void Complete(CheckpointId checkpoint, IEnumerable<SegmentId> segments)
    {
        if (!_retained.TryGetValue(checkpoint, out var named))
            _retained[checkpoint] = named = [];
        Add(named, segments);
        Forget(_pending, checkpoint, Abandon);
        if (IsBefore(_last, checkpoint))
            _last = checkpoint;
    }

    /// <summary>A pending checkpoint will not complete.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    public void Abort(CheckpointId checkpoint) => Forget(_pending, checkpoint, Abandon);

    /// <summary>Checkpoints are released, durably.</summary>
    /// <param name="checkpoints">The checkpoints.</param>
    /// <returns>The segments that may be deleted now, in the order of their names; each is returned once.</returns>
    public IReadOnlyList<SegmentId> Release(IEnumerable<CheckpointId> checkpoints)
    {
        var free = new SortedSet<SegmentId>(ByName);
        foreach (var checkpoint in checkpoints)
            Forget(_retained, checkpoint, (segment, _) => free.Add(segment));
        CollectAbandoned(free);
        return [.. free];
    }

    /// <summary>What attempts before the current one have left and nobody names.</summary>
    /// <param name="existing">The segments of the job that there are.</param>
    /// <param name="currentAttempt">The number of the attempt that begins: its own segments and later ones stay.</param>
    /// <returns>The segments that may be deleted.</returns>
    public IReadOnlyList<SegmentId> Orphans(IEnumerable<SegmentId> existing, int currentAttempt) =>
        Orphans(existing, currentAttempt, Named);

    /// <summary>What attempts before the current one have left and nobody names.</summary>
    /// <param name="existing">The segments of the job that there are.</param>
    /// <param name="currentAttempt">The number of the attempt that begins.</param>
    /// <param name="named">The segments that some checkpoint names.</param>
    /// <returns>The segments that may be deleted; never one whose name does not say its attempt.</returns>
    public static IReadOnlyList<SegmentId> Orphans(
        IEnumerable<SegmentId> existing, int currentAttempt, IReadOnlySet<SegmentId> named)
    {
        var orphans = new List<SegmentId>();
        foreach (var segment in existing)
        {
            if (SegmentNames.TryReadAttempt(segment, out var attempt) && attempt < currentAttempt && !named.Contains(segment))
                orphans.Add(segment);
        }

        return orphans;
    }

    private static Comparer<SegmentId> ByName { get; } =
        Comparer<SegmentId>.Create(static (one, other) => string.CompareOrdinal(one.Value, other.Value));

    private void Add(HashSet<SegmentId> named, IEnumerable<SegmentId> segments)
    {
        foreach (var segment in segments)
        {
            if (named.Add(segment))
                _counts[segment] = _counts.GetValueOrDefault(segment) + 1;
        }
    }

    /// <summary>Takes a checkpoint's names away, and hands over the segments that have no other.</summary>
    private void Forget(
        Dictionary<CheckpointId, HashSet<SegmentId>> checkpoints, CheckpointId checkpoint, Action<SegmentId, CheckpointId> unnamed)
    {
        if (!checkpoints.Remove(checkpoint, out var named))
            return;

        foreach (var segment in named)
        {
            if (_counts[segment] > 1)
            {
                _counts[segment]--;
                continue;
            }

            _counts.Remove(segment);
            unnamed(segment, checkpoint);
        }
    }

    private void Abandon(SegmentId segment, CheckpointId checkpoint) => _abandoned[segment] = checkpoint;

    private void CollectAbandoned(SortedSet<SegmentId> free)
    {
        foreach (var (segment, abortedAt) in _abandoned)
        {
            if (!_counts.ContainsKey(segment) && IsBefore(abortedAt, _last))
                free.Add(segment);
        }

        foreach (var segment in free)
            _abandoned.Remove(segment);
    }

    private static bool IsBefore(CheckpointId one, CheckpointId other) =>
        one.Attempt < other.Attempt || (one.Attempt == other.Attempt && one.Number < other.Number);
}
