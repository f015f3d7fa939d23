namespace Akka.Flink.StateBenchmarks;

using System.Runtime.InteropServices;
using Akka.Flink.State;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Tables;

/// <summary>What does it take to find and change a key's value? Beside the same with a dictionary; all include generating the
/// keys.</summary>
internal static class AccessBenchmark
{
    private const int Operations = 4_000_000;
    private const int Rounds = 2;

    public static void Run(long keys)
    {
        var batches = new Batches(keys);
        var generate = Measured.NsFor(Operations, Rounds, n =>
        {
            for (var i = 0; i < n; i += Batches.Size)
                batches.Fill();
        });
        var before = GC.GetTotalMemory(true);
        var backend = new KeyedStateBackend<long, LongCodec>(
            new KeyedStateSetup("benchmark", 0, new KeyGroupRange(0, 127), 128, new BenchmarkTypes()), default);
        var state = backend.GetState(new ValueStateDescriptor<CountAndSum>("sum"));
        for (long key = 0; key < keys; key++)
        {
            backend.SetCurrent(backend.Resolve(key));
            state.GetOrAddRef().Count = 1;
            if (key % 512 == 0)
                backend.EndBatch();
        }

        backend.EndBatch();
        var bytes = (double)(GC.GetTotalMemory(true) - before) / keys;
        var resolve = Measured.NsFor(Operations, Rounds, n => Resolve(n, batches, backend));
        var value = Measured.NsFor(Operations, Rounds, n => Value(n, batches, backend, state));
        GC.KeepAlive(backend);

        before = GC.GetTotalMemory(true);
        var windows = backend.GetWindows<CountAndSum>("windows");
        var warm = windows.GetOrOpen(0);
        LongCodec codec = default;
        for (long key = 0; key < keys; key++)
            warm.GetOrAdd(key, codec.Hash(key), out _);
        var windowBytes = (double)(GC.GetTotalMemory(true) - before) / keys;
        var window = Measured.NsFor(Operations, Rounds, n => Window(n, batches, windows));

        var dictionary = new Dictionary<long, CountAndSum>();
        for (long key = 0; key < keys; key++)
            dictionary[key] = default;
        var loop = Measured.NsFor(Operations, Rounds, n => Loop(n, batches, dictionary));
        Console.WriteLine(
            $"{keys,9} keys: generate {generate,5:0.0} ns, + slot {resolve - generate,5:0.0}, + value {value - resolve,5:0.0} = "
            + $"{value,5:0.0}; window + {window - generate,5:0.0} = {window,5:0.0}; "
            + $"dictionary {loop,5:0.0} ns (ratio value {loop / value:0.00}, window {loop / window:0.00}); {bytes:0.0} bytes a "
            + $"key, {windowBytes:0.0} in a window");
    }

    private static void Resolve(int count, Batches batches, KeyedStateBackend<long, LongCodec> backend)
    {
        for (var i = 0; i < count; i += Batches.Size)
        {
            batches.Fill();
            backend.Resolve(batches.Keys, batches.Hashes, batches.Slots);
            backend.EndBatch();
        }
    }

    private static void Value(int count, Batches batches, KeyedStateBackend<long, LongCodec> backend, IValueState<CountAndSum> state)
    {
        for (var i = 0; i < count; i += Batches.Size)
        {
            batches.Fill();
            backend.Resolve(batches.Keys, batches.Hashes, batches.Slots);
            foreach (var slot in batches.Slots)
            {
                backend.SetCurrent(slot);
                state.TryGet(out var sum);
                sum.Count++;
                sum.Sum += slot;
                state.Update(sum);
            }

            backend.EndBatch();
        }
    }

    private static void Window(int count, Batches batches, WindowTable<long, LongCodec, CountAndSum> windows)
    {
        const int Ahead = 32;
        for (var i = 0; i < count; i += Batches.Size)
        {
            batches.Fill();
            var window = windows.GetOrOpen(0);
            var hashes = batches.Hashes;
            var prefetch = window.Count > 16_384;
            for (var j = 0; j < Batches.Size; j++)
            {
                if (prefetch && j + Ahead < hashes.Length)
                    window.Prefetch(hashes[j + Ahead]);
                ref var sum = ref windows.GetOrOpen(0).GetOrAdd(batches.Keys[j], hashes[j], out _);
                sum.Count++;
                sum.Sum += j;
            }
        }
    }

    private static void Loop(int count, Batches batches, Dictionary<long, CountAndSum> dictionary)
    {
        for (var i = 0; i < count; i++)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(dictionary, batches.NextKey(), out _);
            sum.Count++;
            sum.Sum += i;
        }
    }
}
