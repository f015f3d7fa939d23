namespace Akka.Flink.Runtime;

/// <summary>The receiving end of a channel, as numbers: what has come, what should have come, and how much is granted.</summary>
/// <remarks>
/// <para>A gap shows when the next message comes. A lost last message shows because the sender repeats its number: when that is ahead of
/// what has come for longer than <c>channel.timeout</c>, something is lost. A connection that was away for less heals.</para>
/// <para>The window is what the receiver works off in about 200 ms, so that a barrier does not wait longer in a channel than that.</para>
/// <para>Pure: no clock, no actor. Owned by the receiver.</para>
/// </remarks>
/// <param name="maxBatches"><c>channel.max-batches</c>.</param>
internal struct ChannelReceiveProtocol(int maxBatches)
{
    /// <summary>How much of the receiver's work a channel may hold, in milliseconds.</summary>
    public const long WindowMs = 200;

    private const long MeasureMs = 50;
    private const int MinBatches = 2;

    private readonly int _maxBatches = Math.Max(maxBatches, MinBatches);
    private long _announced;
    private long _behindSinceMs = long.MaxValue;
    private long _measuredFromMs = long.MinValue;
    private long _processedThen;
    private long _granted = ChannelSendProtocol.InitialGrant;

    /// <summary>The sequence number of the last message that came in order.</summary>
    public long Received { get; private set; }

    /// <summary>How many batches were worked off.</summary>
    public long ProcessedBatches { get; private set; }

    /// <summary>How many batches may lie in the channel.</summary>
    public int Window { get; private set; } = ChannelSendProtocol.InitialGrant;

    /// <summary>Judges the number of a message that has come.</summary>
    /// <param name="sequence">The number.</param>
    /// <returns>What it says; only <see cref="Arrival.Next"/> counts.</returns>
    public Arrival Judge(long sequence)
    {
        if (sequence <= Received)
            return Arrival.Old;
        if (sequence > Received + 1)
            return Arrival.Gap;

        Received = sequence;
        if (Received >= _announced)
            _behindSinceMs = long.MaxValue;
        return Arrival.Next;
    }

    /// <summary>Takes the number of the last message that the sender has sent.</summary>
    /// <param name="sent">The number.</param>
    /// <param name="nowMs">The time, of any clock that only rises.</param>
    public void TakeAnnouncement(long sent, long nowMs)
    {
        _announced = Math.Max(_announced, sent);
        if (_announced > Received)
            _behindSinceMs = Math.Min(_behindSinceMs, nowMs);
    }

    /// <summary>Whether what was announced is missing for too long.</summary>
    /// <param name="nowMs">The time.</param>
    /// <param name="timeoutMs"><c>channel.timeout</c>.</param>
    public readonly bool IsOverdue(long nowMs, long timeoutMs) => _behindSinceMs != long.MaxValue && nowMs - _behindSinceMs > timeoutMs;

    /// <summary>Counts a batch that was worked off.</summary>
    public void Processed() => ProcessedBatches++;

    /// <summary>How many batches the sender may have sent in all, from what was worked off and how fast.</summary>
    /// <param name="nowMs">The time.</param>
    /// <returns>The number; it only rises.</returns>
    public long Grant(long nowMs)
    {
        if (_measuredFromMs == long.MinValue)
            Measure(nowMs);
        else if (nowMs - _measuredFromMs >= MeasureMs)
            Resize(nowMs);
        _granted = Math.Max(_granted, ProcessedBatches + Window);
        return _granted;
    }

    private void Resize(long nowMs)
    {
        var wanted = (ProcessedBatches - _processedThen) * WindowMs / (nowMs - _measuredFromMs);
        Window = (int)Math.Clamp(wanted, MinBatches, _maxBatches);
        Measure(nowMs);
    }

    private void Measure(long nowMs)
    {
        _measuredFromMs = nowMs;
        _processedThen = ProcessedBatches;
    }
}
