namespace Akka.Flink.State.Tests.Snapshots;

using Akka.Flink.State.Tests.Keyed;

/// <summary>A keyed operator under random changes, snapshots in slices, and restores at another parallelism, beside a model.</summary>
internal sealed class Simulation
{
    private const int Keys = 24;
    private const int Namespaces = 3;

    private readonly Random _random;
    private List<Subtask> _subtasks;
    private List<List<ReadOnlyMemory<byte>>> _chains;      // of the last snapshot that is complete
    private List<ChunkList>? _written;                     // of the snapshot in progress
    private List<bool> _isBase = [];
    private Model _model = new();
    private Model _completed = new();
    private Model _begun = new();
    private long _snapshotId;
    private int _parallelism = 2;

    public Simulation(int seed)
    {
        _random = new Random(seed);
        _chains = [[], []];
        _subtasks = NewSubtasks([]);
    }

    /// <summary>How many values and timers were restored and compared.</summary>
    public int RestoredEntries { get; private set; }

    /// <summary>How many of the snapshots that were completed held changes only.</summary>
    public int Deltas { get; private set; }

    public void Run(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            Change();
            if (_random.Next(3) == 0)
                _subtasks.ForEach(subtask => subtask.Backend.EndBatch());
            if (_written is null && _random.Next(10) == 0)
                Begin();
            else if (_written is not null && _random.Next(3) == 0)
                Write();
            if (_random.Next(60) == 0)
                Restore();
        }

        Restore();
    }

    private void Change()
    {
        long key = _random.Next(Keys);
        var subtask = _subtasks.Single(one => one.Backend.Scope.Contains(default(LongCodec).Hash(key)));
        subtask.Backend.SetCurrentKey(key);
        switch (_random.Next(8))
        {
            case 0: ChangeValue(subtask, key); break;
            case 1: ChangeBox(subtask, key); break;
            case 2: ChangeList(subtask, key); break;
            case 3: ChangeMap(subtask, key); break;
            case 4: ChangeByNamespace(subtask, key); break;
            case 5: ChangeTimers(subtask, key); break;
            case 6: ChangeNamespacedTimers(subtask, key); break;
            default: ChangeWindows(subtask, key); break;
        }
    }

    private void ChangeValue(Subtask subtask, long key)
    {
        if (_random.Next(3) == 0)
        {
            subtask.Value.Clear();
            _model.Values.Remove(key);
            return;
        }

        var value = _random.NextInt64();
        if (_random.Next(2) == 0)
            subtask.Value.Update(value);
        else
            subtask.Value.GetOrAddRef() = value;
        _model.Values[key] = value;
    }

    // Changed in place, without an update: reading must be enough.
    private void ChangeBox(Subtask subtask, long key)
    {
        if (subtask.Box.TryGet(out var box))
            box.Content = _random.Next();
        else
            subtask.Box.Update(box = new Box { Content = 1 });
        _model.Boxes[key] = box.Content;
    }

    private void ChangeList(Subtask subtask, long key)
    {
        var list = _model.Lists.TryGetValue(key, out var known) ? known : _model.Lists[key] = [];
        var value = _random.NextInt64(100);
        switch (_random.Next(6))
        {
            case 0:
                subtask.List.Clear();
                list.Clear();
                break;
            case 1:
                subtask.List.Update(subtask.List.Where(one => one % 2 == 0));
                list.RemoveAll(one => one % 2 != 0);
                break;
            default:
                subtask.List.Add(value);
                list.Add(value);
                break;
        }
    }

    private void ChangeMap(Subtask subtask, long key)
    {
        var mapKey = $"k{_random.Next(5)}";
        switch (_random.Next(8))
        {
            case 0:
                subtask.Map.Clear();
                foreach (var gone in _model.Maps.Keys.Where(entry => entry.Key == key).ToList())
                    _model.Maps.Remove(gone);
                break;
            case 1 or 2:
                subtask.Map.Remove(mapKey);
                _model.Maps.Remove((key, mapKey));
                break;
            default:
                var value = _random.NextInt64();
                subtask.Map.Put(mapKey, value);
                _model.Maps[(key, mapKey)] = value;
                break;
        }
    }

    private void ChangeByNamespace(Subtask subtask, long key)
    {
        long ns = _random.Next(Namespaces);
        subtask.SetNamespace(ns);
        if (_random.Next(3) == 0)
        {
            subtask.ByNamespace.Clear();
            _model.ByNamespace.Remove((key, ns));
            return;
        }

        var value = _random.NextInt64();
        subtask.ByNamespace.Update(value);
        _model.ByNamespace[(key, ns)] = value;
    }

    private void ChangeTimers(Subtask subtask, long key)
    {
        long at = _random.Next(8);
        switch (_random.Next(4))
        {
            case 0:
                Assert.Equal(_model.Timers.Remove((key, at)), subtask.Timers.Delete(subtask.Backend.CurrentSlot, at));
                break;
            case 1:
                if (subtask.Timers.TryPop(at, out var fired, out var slot))
                    Assert.True(_model.Timers.Remove((subtask.Backend.KeyAt(slot), fired)));
                break;
            default:
                Assert.Equal(_model.Timers.Add((key, at)), subtask.Timers.Register(subtask.Backend.CurrentSlot, at));
                break;
        }
    }

    private void ChangeNamespacedTimers(Subtask subtask, long key)
    {
        long at = _random.Next(8);
        long ns = _random.Next(Namespaces);
        if (_random.Next(3) == 0)
            Assert.Equal(
                _model.NamespacedTimers.Remove((key, ns, at)), subtask.NamespacedTimers.Delete(subtask.Backend.CurrentSlot, ns, at));
        else
            Assert.Equal(
                _model.NamespacedTimers.Add((key, ns, at)), subtask.NamespacedTimers.Register(subtask.Backend.CurrentSlot, ns, at));
    }

    private void ChangeWindows(Subtask subtask, long key)
    {
        long start = _random.Next(5) * 10;
        if (_random.Next(4) == 0)
        {
            foreach (var other in _subtasks)
            {
                if (other.Windows.Find(start) is { } window)
                    other.Windows.Drop(window);
            }

            foreach (var gone in _model.Windows.Keys.Where(entry => entry.Start == start).ToList())
                _model.Windows.Remove(gone);
            return;
        }

        subtask.Windows.GetOrOpen(start).GetOrAdd(key, default(LongCodec).Hash(key), out _)++;
        _model.Windows[(start, key)] = _model.Windows.GetValueOrDefault((start, key)) + 1;
    }

    private void Begin()
    {
        _snapshotId++;
        _begun = _model.Copy();
        _written = [.. _subtasks.Select(_ => new ChunkList())];
        var isBase = _random.Next(4) == 0;
        _isBase = [];
        for (var i = 0; i < _subtasks.Count; i++)
        {
            _subtasks[i].Backend.EndBatch();
            _isBase.Add(_subtasks[i].Backend.BeginSnapshot(_snapshotId, isBase, _written[i]));
        }
    }

    private void Write()
    {
        var isDone = true;
        foreach (var subtask in _subtasks.Where(subtask => subtask.Backend.IsSnapshotInProgress))
            isDone &= subtask.Backend.WriteSlice(_random.Next(1, 400));
        if (!isDone)
            return;

        for (var i = 0; i < _subtasks.Count; i++)
            _chains[i] = _isBase[i] ? _written![i].Chunks : [.. _chains[i], .. _written![i].Chunks];
        Deltas += _isBase.Contains(false) ? 1 : 0;
        _completed = _begun;
        _written = null;
    }

    private void Restore()
    {
        var chunks = _chains.SelectMany(chain => chain).ToList();
        var check = new Model();
        foreach (var subtask in NewSubtasks(chunks))
            subtask.Drain(check, Keys, Namespaces);
        Assert.Equal(_completed.Describe(), check.Describe());

        var parallelism = _random.Next(3) == 0 ? _random.Next(1, 5) : _parallelism;
        if (parallelism != _parallelism)
            _chains = [.. Enumerable.Range(0, parallelism).Select(_ => new List<ReadOnlyMemory<byte>>())];
        if (parallelism != _parallelism && chunks.Count > 0)
            _completed = new Model();   // until the next snapshot: nothing to restore from
        _parallelism = parallelism;
        _subtasks = NewSubtasks(chunks);
        _model = RestoredModel(chunks, check);
        _written = null;
        RestoredEntries += check.Count;
    }

    private static Model RestoredModel(List<ReadOnlyMemory<byte>> chunks, Model check) => chunks.Count == 0 ? new Model() : check;

    private List<Subtask> NewSubtasks(List<ReadOnlyMemory<byte>> chunks) =>
        [.. Enumerable.Range(0, _parallelism).Select(i => new Subtask(i, _parallelism, chunks, _random.Next(2) == 0))];
}
