namespace Akka.Flink.State.Tables;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Snapshots;

/// <summary>Accumulators by window and key: each open window is a table of its own, found by its start and dropped whole.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TCodec">The keys' codec.</typeparam>
/// <typeparam name="TAccumulator">The accumulators' type.</typeparam>
/// <remarks>
/// <para>Windows of one size, all of whose keys end together: no timers are stored, nothing is removed key by key, and pages of dropped
/// windows are used again, so that in the long run nothing is allocated.</para>
/// <para>A window that is dropped while a snapshot still needs it is kept aside until it is written.</para>
/// <para><b>Threads.</b> The backend's only.</para>
/// </remarks>
internal sealed partial class WindowTable<TKey, TCodec, TAccumulator> : StateTable
    where TCodec : struct, IKeyCodec<TKey>
{
    private const int ExpectFrom = 1024;

    private readonly PagePool<WindowEntry<TKey, TAccumulator>> _pool = new(maxKept: 8192);
    private readonly Stack<OpenWindow<TKey, TCodec, TAccumulator>> _spare = new();
    private readonly List<OpenWindow<TKey, TCodec, TAccumulator>> _open = [];   // by start
    private readonly ITypeSerializer<TAccumulator> _serializer;
    private TCodec _codec;
    private OpenWindow<TKey, TCodec, TAccumulator>? _lastUsed;
    private int _lastCount;

    /// <summary>An empty table.</summary>
    /// <param name="info">What it is.</param>
    /// <param name="codec">The keys' codec.</param>
    /// <param name="serializer">The accumulators' serializer.</param>
    public WindowTable(StateInfo info, TCodec codec, ITypeSerializer<TAccumulator> serializer)
        : base(info)
    {
        _codec = codec;
        _serializer = serializer;
        ReadingMayChange = !serializer.IsImmutable;
    }

    /// <summary>How many windows are open.</summary>
    public int OpenCount => _open.Count;

    /// <summary>Changes between two snapshots have the same epoch; it is even and rises with each snapshot.</summary>
    internal uint Epoch { get; private set; } = 2;

    /// <summary>Whether accumulators can be changed by whoever reads them.</summary>
    internal bool ReadingMayChange { get; }

    /// <summary>An open window, by its place in the order of starts.</summary>
    /// <param name="index">0 to <see cref="OpenCount"/> - 1; 0 is the earliest.</param>
    public OpenWindow<TKey, TCodec, TAccumulator> this[int index] => _open[index];

    /// <summary>An open window.</summary>
    /// <param name="startMs">When it begins.</param>
    /// <returns>The window; null if none with this start is open.</returns>
    public OpenWindow<TKey, TCodec, TAccumulator>? Find(long startMs)
    {
        if (_lastUsed is { } last && last.StartMs == startMs)
            return last;

        var index = IndexOf(startMs);
        return index < 0 ? null : _lastUsed = _open[index];
    }

    /// <summary>A window, opened if it is not open.</summary>
    /// <param name="startMs">When it begins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OpenWindow<TKey, TCodec, TAccumulator> GetOrOpen(long startMs)
    {
        var last = _lastUsed;
        return last is not null && last.StartMs == startMs ? last : GetOrOpenOther(startMs);
    }

    /// <summary>Drops a window.</summary>
    /// <param name="window">The window, which nobody may use any more.</param>
    public void Drop(OpenWindow<TKey, TCodec, TAccumulator> window)
    {
        _open.RemoveAt(IndexOf(window.StartMs));
        if (ReferenceEquals(_lastUsed, window))
            _lastUsed = null;
        _lastCount = window.Count;
        if (window.OpenedEpoch < Epoch)
            _drops.Add(window.StartMs);
        if (_writer is not null && window.IsDue)
            _retired.Add(window);
        else
            Recycle(window);
    }

    /// <summary>Pages for a window.</summary>
    internal HashPages<TKey, WindowEntry<TKey, TAccumulator>, TCodec> NewPages() => new(_codec, _pool, growInSmallSteps: false);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private OpenWindow<TKey, TCodec, TAccumulator> GetOrOpenOther(long startMs) => Find(startMs) ?? Open(startMs, Epoch);

    private OpenWindow<TKey, TCodec, TAccumulator> Open(long startMs, uint epoch)
    {
        var window = _spare.Count > 0 ? _spare.Pop() : new OpenWindow<TKey, TCodec, TAccumulator>(this);
        window.Open(startMs, epoch, _lastCount >= ExpectFrom ? _lastCount : 0);
        _open.Insert(~IndexOf(startMs), window);
        return _lastUsed = window;
    }

    private void Recycle(OpenWindow<TKey, TCodec, TAccumulator> window)
    {
        window.Clear();
        _spare.Push(window);
    }

    // The index of a start, or the complement of where it would be.
    private int IndexOf(long startMs)
    {
        var (low, high) = (0, _open.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = _open[middle].StartMs;
            if (found == startMs)
                return middle;
            if (found < startMs)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
