namespace Akka.Flink.Runtime.Tests.Storage.Support;

/// <summary>The life of a job's segments, told naively: what is on disk, what each subtask's chain is, and what each checkpoint names. It
/// checks each deletion that the references allow.</summary>
internal sealed class CheckpointedJob
{
    private readonly int _maxRetained;
    private readonly SegmentReferences _references = new();
    private readonly HashSet<SegmentId> _existing = [];
    private readonly HashSet<SegmentId> _everNamed = [];
    private readonly Dictionary<SegmentId, CheckpointId> _lastAborted = [];
    private readonly List<(CheckpointId Id, List<SegmentId>[] Chains)> _retained = [];
    private readonly List<(CheckpointId Id, List<SegmentId>[] Chains)> _releasing = [];
    private readonly List<SegmentId>[] _chains;
    private readonly bool[] _hasOpened;
    private List<SegmentId>?[]? _acknowledged;
    private CheckpointId _pending;
    private CheckpointId _lastCompleted;
    private int _attempt = 1;
    private long _number;
    private int _segments;

    public CheckpointedJob(int subtasks, int maxRetained)
    {
        _maxRetained = maxRetained;
        _hasOpened = new bool[subtasks];
        _chains = new List<SegmentId>[subtasks];
        for (var i = 0; i < subtasks; i++)
            _chains[i] = [];
    }

    public void Do(int step)
    {
        var subtask = step / 20 % _chains.Length;
        switch (step % 20)
        {
            case 0:
                Restart();
                break;
            case 1 or 2:
                Abort();
                break;
            case 3:
                OpenBase(subtask);   // written for a checkpoint that this subtask does not live to acknowledge
                break;
            case 4 or 5:
                Release();
                break;
            case < 9:
                Trigger();
                break;
            case < 11:
                Acknowledge(subtask, isBase: true);
                break;
            default:
                Acknowledge(subtask, isBase: false);
                break;
        }
    }

    public void Restart()
    {
        Abort();
        _attempt++;
        for (var i = 0; i < _chains.Length; i++)
            _chains[i] = _retained is [.., var last] ? [.. last.Chains[i]] : [];
        Array.Clear(_hasOpened);

        Delete(_references.Orphans(_existing, _attempt));

        Assert.Subset(Named(), _existing);
    }

    private void Trigger()
    {
        if (_acknowledged is not null)
            return;

        _pending = new CheckpointId(_attempt, ++_number);
        _acknowledged = new List<SegmentId>?[_chains.Length];
    }

    private void Acknowledge(int subtask, bool isBase)
    {
        if (_acknowledged is null || _acknowledged[subtask] is not null)
            return;

        if (isBase || _chains[subtask].Count == 0)
            OpenBase(subtask);
        else if (!_hasOpened[subtask])
            _chains[subtask].Add(Open(subtask));
        _acknowledged[subtask] = [.. _chains[subtask]];
        _everNamed.UnionWith(_chains[subtask]);
        _references.Acknowledge(_pending, _chains[subtask]);
        if (!_acknowledged.Contains(null))
            Complete();
    }

    private void Complete()
    {
        var chains = _acknowledged!.Select(chain => chain!).ToArray();
        _acknowledged = null;
        _lastCompleted = _pending;
        _retained.Add((_pending, chains));
        _references.Complete(_pending, chains.SelectMany(chain => chain));
        if (_retained.Count <= _maxRetained)
            return;

        _releasing.Add(_retained[0]);
        _retained.RemoveAt(0);
    }

    /// <summary>That checkpoints are released becomes durable some time after it was asked for; the job goes on meanwhile.</summary>
    private void Release()
    {
        if (_releasing.Count == 0)
            return;

        var released = _releasing.Select(one => one.Id).ToList();
        _releasing.Clear();
        Delete(_references.Release(released));
        AssertNothingLeftThatCouldGo();
    }

    private void Abort()
    {
        if (_acknowledged is null)
            return;

        foreach (var segment in _acknowledged.Where(chain => chain is not null).SelectMany(chain => chain!))
            _lastAborted[segment] = _pending;
        _acknowledged = null;
        _references.Abort(_pending);
    }

    private void OpenBase(int subtask) => _chains[subtask] = [Open(subtask)];

    private SegmentId Open(int subtask)
    {
        var segment = SegmentNames.Of(new AttemptId(new JobId("job"), _attempt), new SubtaskId(0, subtask), ++_segments);
        _existing.Add(segment);
        _hasOpened[subtask] = true;
        return segment;
    }

    private void Delete(IReadOnlyList<SegmentId> segments)
    {
        var used = Named();
        used.UnionWith(_chains.SelectMany(chain => chain));
        foreach (var segment in segments)
        {
            Assert.DoesNotContain(segment, used);
            _existing.Remove(segment);
        }
    }

    /// <summary>What was never acknowledged stays until its attempt is over, and so does what was aborted after the last completed
    /// checkpoint.</summary>
    private void AssertNothingLeftThatCouldGo()
    {
        var used = Named();
        used.UnionWith(_chains.SelectMany(chain => chain));
        foreach (var segment in _existing.Where(segment => _everNamed.Contains(segment) && !used.Contains(segment)))
        {
            Assert.True(_lastAborted.TryGetValue(segment, out var at), $"{segment} was left behind.");
            Assert.True(at.Number > _lastCompleted.Number, $"{segment} was left behind.");
        }
    }

    private HashSet<SegmentId> Named()
    {
        var named = _retained.Concat(_releasing).SelectMany(one => one.Chains).SelectMany(chain => chain).ToHashSet();
        if (_acknowledged is not null)
            named.UnionWith(_acknowledged.Where(chain => chain is not null).SelectMany(chain => chain!));
        return named;
    }
}
