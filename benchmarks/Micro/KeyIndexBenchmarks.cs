namespace Akka.Flink.MicroBenchmarks;

using System.Runtime.InteropServices;
using Akka.Flink.State;
using Akka.Flink.State.Keyed;
using Akka.Flink.StateBenchmarks;
using BenchmarkDotNet.Attributes;

/// <summary>Find the value of a key and change it, a batch at a time, beside a loop over a dictionary.</summary>
public class KeyIndexBenchmarks
{
    private readonly Dictionary<long, CountAndSum> _dictionary = [];
    private Batches _batches = null!;
    private KeyedStateBackend<long, LongCodec> _backend = null!;
    private IValueState<CountAndSum> _state = null!;

    /// <summary>How many keys there are.</summary>
    [Params(1_000, 1_000_000, 10_000_000)]
    public long Keys { get; set; }

    /// <summary>Fills both tables.</summary>
    [GlobalSetup]
    public void Fill()
    {
        _batches = new Batches(Keys);
        _backend = new KeyedStateBackend<long, LongCodec>(
            new KeyedStateSetup("benchmark", 0, new KeyGroupRange(0, 127), 128, new BenchmarkTypes()), default);
        _state = _backend.GetState(new ValueStateDescriptor<CountAndSum>("sum"));
        for (long key = 0; key < Keys; key++)
        {
            _dictionary[key] = default;
            _backend.SetCurrent(_backend.Resolve(key));
            _state.GetOrAddRef().Count = 1;
            if (key % Batches.Size == 0)
                _backend.EndBatch();
        }

        _backend.EndBatch();
    }

    /// <summary>The dictionary.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Batches.Size)]
    public void Dictionary()
    {
        _batches.Fill();
        foreach (var key in _batches.Keys)
            CollectionsMarshal.GetValueRefOrAddDefault(_dictionary, key, out _).Count++;
    }

    /// <summary>The key index and the state behind it, with their lines fetched ahead.</summary>
    [Benchmark(OperationsPerInvoke = Batches.Size)]
    public void Index()
    {
        _batches.Fill();
        _backend.Resolve(_batches.Keys, _batches.Hashes, _batches.Slots);
        foreach (var slot in _batches.Slots)
        {
            _backend.SetCurrent(slot);
            _state.GetOrAddRef().Count++;
        }

        _backend.EndBatch();
    }
}
