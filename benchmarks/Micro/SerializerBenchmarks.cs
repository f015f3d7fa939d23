namespace Akka.Flink.MicroBenchmarks;

using System.Buffers;
using System.Text.Json;
using Akka.Flink.State;
using BenchmarkDotNet.Attributes;

/// <summary>Values to bytes and back, beside the JSON serializer of .NET.</summary>
public class SerializerBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private readonly ITypeSerializer<Order> _serializer = TypeSerializers.For<Order>();
    private readonly Order _order = new(4711, "customer-4711", 99.5, 1_700_000_000_000);
    private byte[] _written = [];
    private byte[] _json = [];

    /// <summary>Writes the bytes that are read.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _serializer.Write(_output, _order);
        _written = _output.WrittenSpan.ToArray();
        _json = JsonSerializer.SerializeToUtf8Bytes(_order);
    }

    /// <summary>JSON, written.</summary>
    [Benchmark(Baseline = true)]
    public byte[] JsonWrite() => JsonSerializer.SerializeToUtf8Bytes(_order);

    /// <summary>JSON, read.</summary>
    [Benchmark]
    public Order? JsonRead() => JsonSerializer.Deserialize<Order>(_json);

    /// <summary>The serializer of state and channels, writing.</summary>
    [Benchmark]
    public int Write()
    {
        _output.ResetWrittenCount();
        _serializer.Write(_output, _order);
        return _output.WrittenCount;
    }

    /// <summary>The serializer of state and channels, reading.</summary>
    [Benchmark]
    public Order Read()
    {
        ReadOnlySpan<byte> bytes = _written;
        return _serializer.Read(ref bytes);
    }
}
