namespace Akka.Flink.State.Tests.Snapshots;

using System.Runtime.CompilerServices;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Tables;
using Akka.Flink.State.Tests.Keyed;
using Akka.Flink.State.Timers;

/// <summary>One subtask with one state of each kind.</summary>
internal sealed class Subtask
{
    private readonly StateNamespace<long> _namespace;

    public Subtask(int index, int parallelism, IEnumerable<ReadOnlyMemory<byte>> chunks, bool declaresFirst)
    {
        Backend = Backends.New(index, parallelism);
        _namespace = Backend.GetNamespace<long>();
        if (!declaresFirst)
            Backends.Restore(Backend, chunks);
        Value = Backend.GetState(new ValueStateDescriptor<long>("value"));
        Box = Backend.GetState(new ValueStateDescriptor<Box>("box"));
        List = Backend.GetListState(new ListStateDescriptor<long>("list"));
        Map = Backend.GetMapState(new MapStateDescriptor<string, long>("map"));
        ByNamespace = Backend.GetState(new ValueStateDescriptor<long>("by-namespace"), _namespace);
        Timers = Backend.GetTimers("timers");
        NamespacedTimers = Backend.GetTimers("namespaced-timers", _namespace);
        Windows = Backend.GetWindows<long>("windows");
        if (declaresFirst)
            Backends.Restore(Backend, chunks);
    }

    public KeyedStateBackend<long, LongCodec> Backend { get; }

    public IValueState<long> Value { get; }

    public IValueState<Box> Box { get; }

    public IListState<long> List { get; }

    public IMapState<string, long> Map { get; }

    public IValueState<long> ByNamespace { get; }

    public TimerQueue Timers { get; }

    public NamespacedTimers<long> NamespacedTimers { get; }

    public WindowTable<long, LongCodec, long> Windows { get; }

    public void SetNamespace(long value) => _namespace.SetCurrent(value);

    /// <summary>Adds all that the subtask holds to a model; takes its timers out.</summary>
    public void Drain(Model model, int keys, int namespaces)
    {
        for (long key = 0; key < keys; key++)
        {
            if (!Backend.Scope.Contains(default(LongCodec).Hash(key)))
                continue;

            Backend.SetCurrentKey(key);
            if (Value.TryGet(out var value))
                model.Values.Add(key, value);
            if (Box.TryGet(out var box))
                model.Boxes.Add(key, box.Content);
            model.Lists.Add(key, [.. List]);
            foreach (var (mapKey, entry) in Map)
                model.Maps.Add((key, mapKey), entry);
            for (long ns = 0; ns < namespaces; ns++)
            {
                SetNamespace(ns);
                if (ByNamespace.TryGet(out var named))
                    model.ByNamespace.Add((key, ns), named);
            }
        }

        DrainWindows(model);
        while (Timers.TryPop(long.MaxValue, out var at, out var slot))
            model.Timers.Add((Backend.KeyAt(slot), at));
        while (NamespacedTimers.TryPop(long.MaxValue, out var at, out var slot, out var ns))
            model.NamespacedTimers.Add((Backend.KeyAt(slot), ns, at));
    }

    private void DrainWindows(Model model)
    {
        for (var i = 0; i < Windows.OpenCount; i++)
        {
            var cursor = default(WindowCursor);
            while (true)
            {
                ref var entry = ref Windows[i].Next(ref cursor);
                if (Unsafe.IsNullRef(ref entry))
                    break;

                model.Windows.Add((Windows[i].StartMs, entry.Key), entry.Accumulator);
            }
        }
    }
}
