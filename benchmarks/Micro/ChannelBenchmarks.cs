namespace Akka.Flink.MicroBenchmarks;

using System.Threading.Channels;
using Akka.Flink.Operators;
using Akka.Flink.Runtime;
using Akka.Flink.StateBenchmarks;
using BenchmarkDotNet.Attributes;

/// <summary>A batch over a channel and back, in one thread, beside a bounded channel of .NET; for each record.</summary>
public class ChannelBenchmarks
{
    private const int MaxBatches = 32;

    private static readonly AttemptId Attempt = new(new JobId("benchmark"), 1);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly RecordBatch<CountAndSum> _batch = new();
    private readonly CountingInput<CountAndSum> _input = new();
    private readonly Channel<CountAndSum[]> _channel = Channel.CreateBounded<CountAndSum[]>(MaxBatches);
    private readonly CountAndSum[] _array = new CountAndSum[RecordBatch<CountAndSum>.Capacity];
    private ChannelSender<CountAndSum> _sender = null!;
    private ChannelReceiver<CountAndSum> _receiver = null!;

    /// <summary>How many records a batch has.</summary>
    [Params(32, RecordBatch<byte>.Capacity)]
    public int Records { get; set; }

    /// <summary>Connects both ends.</summary>
    [GlobalSetup]
    public void Connect()
    {
        var id = new ChannelId(0, 0, 0);
        _sender = new ChannelSender<CountAndSum>(Attempt, id, new SubtaskId(1, 0));
        _receiver = new ChannelReceiver<CountAndSum>(Attempt, id, new SubtaskId(0, 0), MaxBatches, _input);
        _sender.Connect(new InlineRef(message => _receiver.Take((ChannelMessage)message)));
        _receiver.Connect(new InlineRef(TakeBack), new PeerBudgets());
        _receiver.Check(0, Timeout);
    }

    /// <summary>The channel of .NET.</summary>
    [Benchmark(Baseline = true)]
    public bool DotNetChannel() => _channel.Writer.TryWrite(_array) && _channel.Reader.TryRead(out _);

    /// <summary>The channel between tasks: batch, watermark, number, credit, and the empty batch back.</summary>
    [Benchmark]
    public long TaskChannel()
    {
        _batch.Count = Records;
        _sender.Process(_batch, 0);
        _batch.Clear();
        _sender.ProcessWatermark(1);
        _receiver.Step();
        _receiver.SendGrant(0);
        return _input.Count;
    }

    private void TakeBack(object message)
    {
        if (message is BatchMessage returned)
            _sender.TakeBack(returned);
        else
            _sender.TakeGrant(((Grant)message).Batches, 0);
    }
}
