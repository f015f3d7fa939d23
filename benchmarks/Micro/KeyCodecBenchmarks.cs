namespace Akka.Flink.MicroBenchmarks;

using Akka.Flink.State.Serialization.Keys;
using BenchmarkDotNet.Attributes;

/// <summary>The stable hash of a key, beside the hash that a dictionary would take.</summary>
public class KeyCodecBenchmarks
{
    private const int Count = 1_000;

    private readonly long[] _numbers = new long[Count];
    private readonly string[] _texts = new string[Count];

    /// <summary>Makes keys.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        for (var i = 0; i < Count; i++)
        {
            _numbers[i] = i * 0x9E3779B97F4A7C1;
            _texts[i] = $"customer-{_numbers[i]:x}";
        }
    }

    /// <summary>A number's hash code, mixed as far as a dictionary mixes it.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public uint NumberDefault()
    {
        uint sum = 0;
        foreach (var key in _numbers)
            sum += (uint)key.GetHashCode();
        return sum;
    }

    /// <summary>A number's stable hash.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public uint NumberCodec()
    {
        IntegerKeyCodec<long> codec = default;
        uint sum = 0;
        foreach (var key in _numbers)
            sum += codec.Hash(key);
        return sum;
    }

    /// <summary>A text's hash code, which is another in each process.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public uint TextDefault()
    {
        uint sum = 0;
        foreach (var key in _texts)
            sum += (uint)key.GetHashCode(StringComparison.Ordinal);
        return sum;
    }

    /// <summary>A text's stable hash.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public uint TextCodec()
    {
        StringKeyCodec codec = default;
        uint sum = 0;
        foreach (var key in _texts)
            sum += codec.Hash(key);
        return sum;
    }
}
