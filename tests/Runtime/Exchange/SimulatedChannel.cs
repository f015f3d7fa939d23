namespace Akka.Flink.Runtime.Tests.Exchange;

/// <summary>Both ends of a channel over a wire that keeps the order, delays as a script says, and loses messages by chance.</summary>
/// <remarks>A grant that is lost is repeated once a second, as is the number of the last message.</remarks>
internal sealed class SimulatedChannel(int[] script, int lossPercent, int seed = 0)
{
    private const long TimeoutMs = 30_000;

    private readonly Random _random = new(seed);
    private readonly Queue<(long AtMs, long Sequence, bool IsBatch)> _data = new();
    private readonly Queue<(long AtMs, long Batches)> _grants = new();
    private readonly Queue<bool> _received = new();
    private ChannelSendProtocol _sender = new();
    private ChannelReceiveProtocol _receiver = new(32);
    private long _nowMs;
    private long _lostAtMs = -1;
    private int _step;

    public long ProcessedBatches => _receiver.ProcessedBatches;

    public int MostInChannel { get; private set; }

    public int LostMessages { get; private set; }

    public bool HasNoticed { get; private set; }

    public long NoticedAfterMs { get; private set; }

    /// <summary>Sends so many batches, with an event after every seventh, until all are worked off or a loss is noticed.</summary>
    public void RunToEnd(int batches)
    {
        var left = batches;
        var deadlineMs = 200_000;
        while (!HasNoticed && _nowMs < deadlineMs && (left > 0 || _receiver.Received < _sender.Sent))
        {
            _nowMs += 1 + Delay();
            if (left > 0 && _sender.HasCredit)
            {
                Send(isBatch: true);
                if (--left % 7 == 0)
                    Send(isBatch: false);
            }

            Deliver();
            Work();
            if (_nowMs / 1000 != (_nowMs - 5) / 1000)
                Repeat();
        }

        while (_received.Count > 0)
            Work();
    }

    private int Delay() => script[_step++ % script.Length];

    private void Send(bool isBatch)
    {
        var sequence = _sender.Next(isBatch);
        MostInChannel = Math.Max(MostInChannel, (int)(_sender.SentBatches - _receiver.ProcessedBatches));
        if (IsLost())
        {
            LostMessages++;
            _lostAtMs = _lostAtMs < 0 ? _nowMs : _lostAtMs;
        }
        else
        {
            _data.Enqueue((_nowMs + Delay(), sequence, isBatch));
        }
    }

    private void Deliver()
    {
        while (_data.TryPeek(out var next) && next.AtMs <= _nowMs)
        {
            _data.Dequeue();
            if (_receiver.Judge(next.Sequence) == Arrival.Gap)
                Notice();
            else
                _received.Enqueue(next.IsBatch);
        }

        while (_grants.TryPeek(out var grant) && grant.AtMs <= _nowMs)
            _sender.TakeGrant(_grants.Dequeue().Batches);
        if (_receiver.IsOverdue(_nowMs, TimeoutMs))
            Notice();
    }

    private void Work()
    {
        if (!_received.TryDequeue(out var isBatch) || !isBatch)
            return;

        _receiver.Processed();
        Grant();
    }

    private void Repeat()
    {
        if (!IsLost())
            _receiver.TakeAnnouncement(_sender.Sent, _nowMs);
        Grant();
    }

    private void Grant()
    {
        var batches = _receiver.Grant(_nowMs);
        if (!IsLost())
            _grants.Enqueue((_nowMs + Delay(), batches));
    }

    private void Notice()
    {
        HasNoticed = true;
        NoticedAfterMs = _nowMs - _lostAtMs;
    }

    private bool IsLost() => _random.Next(100) < lossPercent;
}
