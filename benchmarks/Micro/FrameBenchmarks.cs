namespace Akka.Flink.MicroBenchmarks;

using Akka.Flink.Operators;
using Akka.Flink.Runtime;
using Akka.Flink.State;
using BenchmarkDotNet.Attributes;

/// <summary>A batch into frames and out of them, beside a loop that copies the same bytes; for each record.</summary>
/// <remarks>Records are a key and a value, with timestamps that are up to 63 ms out of order. How many bytes each takes is printed at the
/// start: in frames, with their heads.</remarks>
public class FrameBenchmarks
{
    private const int Records = RecordBatch<byte>.Capacity;

    private static readonly AttemptId Attempt = new(new JobId("benchmark"), 1);
    private static readonly ChannelId Channel = new(0, 0, 0);

    private readonly RecordBatch<(long Key, long Value)> _read = new();
    private readonly BatchMessage<(long Key, long Value)> _batch = new()
    {
        Attempt = Attempt, Channel = Channel, Home = null, TakesCredit = true,
    };

    private readonly FrameWriter<(long Key, long Value)> _writer =
        new(new FrameHead(Attempt, Channel), TypeSerializers.For<(long Key, long Value)>());

    private readonly FrameReader<(long Key, long Value)> _reader = new(Channel, TypeSerializers.For<(long Key, long Value)>());
    private DataFrame _frame = null!;
    private byte[] _copy = [];
    private long _sequence;

    /// <summary>Makes the records.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        for (var i = 0; i < Records; i++)
            _batch.Records.Add((random.NextInt64(1_000_000), random.Next(256)), 1_700_000_000_000 - random.Next(64));
        Write();
        _copy = new byte[_frame.Bytes.Length];
        Console.WriteLine($"// {_frame.Bytes.Length / (double)Records:0.00} bytes for each record");
    }

    /// <summary>A loop that copies the bytes of the frame.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Records)]
    public byte[] CopyLoop()
    {
        var (from, to) = (_frame.Bytes, _copy);
        for (var i = 0; i < from.Length && i < to.Length; i++)
            to[i] = from[i];
        return to;
    }

    /// <summary>Encodes: what the sending task does.</summary>
    [Benchmark(OperationsPerInvoke = Records)]
    public long Write()
    {
        _writer.Begin(_batch);
        _frame = _writer.Next(++_sequence);
        return _sequence;
    }

    /// <summary>Decodes: what the receiving task does.</summary>
    [Benchmark(OperationsPerInvoke = Records)]
    public int Read()
    {
        _reader.Read(_frame, _read);
        return _read.Count;
    }
}
