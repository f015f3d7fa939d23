namespace Akka.Flink.Runtime.Tests.Exchange.Support;

using Akka.Flink.Operators;

/// <summary>Both ends of a channel between nodes, with what is on its way between them. Nothing is repeated: a grant that is not sent
/// when it should be stops everything.</summary>
internal sealed class SimulatedLink : IInput<string>
{
    private static readonly AttemptId Attempt = new(new JobId("job"), 1);
    private static readonly ChannelId Channel = new(0, 0, 0);

    private readonly ChannelSender<string> _sender = new(Attempt, Channel, new SubtaskId(1, 0));
    private readonly ChannelReceiver<string> _receiver;
    private readonly Queue<object> _data = new();
    private readonly Queue<Grant> _grants = new();
    private readonly RecordBatch<string> _batch = new();
    private readonly Queue<long> _queued = new();   // the lengths of what lies in the receiver's queue
    private long _taken;
    private long _nowMs;

    public SimulatedLink(int channels = 1)
    {
        _receiver = new ChannelReceiver<string>(Attempt, Channel, new SubtaskId(0, 0), 32, this);
        _sender.Connect(new FarRef(Send));
        _receiver.Connect(new FarRef(message => _grants.Enqueue((Grant)message)), Peers);
        for (var i = 1; i < channels; i++)
            Peers.Of(new FarRef(_ => { }).Path.Address).Join();
    }

    public PeerBudgets Peers { get; } = new();

    /// <summary>What was put in, in order: records and the numbers of barriers.</summary>
    public List<object> Put { get; } = [];

    /// <summary>What came out.</summary>
    public List<object> Got { get; } = [];

    /// <summary>The most bytes that were sent and not taken out of the receiver's queue.</summary>
    public long MostInFlight { get; private set; }

    /// <summary>Whether the sender takes no more.</summary>
    public bool IsHeld => !_sender.Resume();

    public int Process(RecordBatch<string> batch, int from)
    {
        for (var i = from; i < batch.Count; i++)
            Got.Add(batch.Values[i].Value);
        return batch.Count;
    }

    public bool ProcessWatermark(long watermarkMs) => true;

    public bool ProcessStatus(bool idle) => true;

    public bool EndInput()
    {
        Got.Add("end");
        return true;
    }

    public bool Resume() => true;

    /// <summary>Puts records in, unless the sender takes none.</summary>
    public void PutRecords(int count, int length)
    {
        if (IsHeld || _batch.Count > 0)
        {
            Offer();
            return;
        }

        for (var i = 0; i < count; i++)
        {
            var text = $"{Put.Count} {new string('x', length)}";
            _batch.Add(text, Put.Count);
            Put.Add(text);
        }

        Offer();
    }

    public void PutBarrier()
    {
        if (_batch.Count > 0)
            return;

        Put.Add((long)Put.Count);
        _sender.SendBarrier(new CheckpointBarrier(Put.Count - 1, CheckpointKind.Periodic, false));
    }

    public void PutWatermark() => _sender.ProcessWatermark(Put.Count);

    public void PutEnd()
    {
        Put.Add("end");
        _sender.EndInput();
    }

    /// <summary>The network brings a message.</summary>
    public void Arrive()
    {
        if (!_data.TryDequeue(out var message))
            return;

        _receiver.Take(message is DataFrame frame ? FrameHead.Read(frame.Bytes) : (ChannelMessage)message);
        _queued.Enqueue((message as DataFrame)?.Bytes.Length ?? 0);
    }

    /// <summary>The receiver takes a step, and pauses.</summary>
    public void Step()
    {
        _nowMs += 10;
        if (_queued.TryDequeue(out var bytes))
            _taken += bytes;
        if (_receiver.HasMessages && _receiver.Step() == ReceiverStep.Barrier)
            Got.Add(_receiver.Barrier.Number);
        _receiver.SendGrant(_nowMs);
    }

    /// <summary>The network brings a grant, and the sender pauses.</summary>
    public void ArriveGrant()
    {
        if (!_grants.TryDequeue(out var grant))
            return;

        Granted = grant.Bytes;
        _sender.TakeGrant(grant.Batches, grant.Bytes);
        _sender.Flush();
    }

    /// <summary>How many bytes were sent in all.</summary>
    public long SentBytes { get; private set; }

    /// <summary>How many bytes the sender knows that it may send in all.</summary>
    public long Granted { get; private set; } = PeerBudgets.LeastShareBytes;

    /// <summary>Lets everything go on until nothing does any more.</summary>
    public void RunToEnd()
    {
        for (var idle = 0; idle < 3; idle++)
        {
            var before = (Got.Count, SentBytes, _grants.Count, _data.Count, _queued.Count);
            Offer();
            _sender.Flush();
            Arrive();
            Step();
            ArriveGrant();
            if (before != (Got.Count, SentBytes, _grants.Count, _data.Count, _queued.Count))
                idle = 0;
        }
    }

    private void Offer()
    {
        if (_batch.Count == 0 || IsHeld)
            return;

        var count = _batch.Count;
        if (_sender.Process(_batch, 0) == count)
            _batch.Clear();
    }

    private void Send(object message)
    {
        _data.Enqueue(message);
        if (message is not DataFrame frame)
            return;

        SentBytes += frame.Bytes.Length;
        MostInFlight = Math.Max(MostInFlight, SentBytes - _taken);
        Assert.True(SentBytes <= Granted, $"{SentBytes} bytes were sent, and {Granted} granted.");
    }
}
