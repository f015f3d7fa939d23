namespace Akka.Flink.Operators.Tests.Joins;

using Akka.Flink.Operators.Tests.Windowing;

/// <summary>An interval join that looks at everything, and forgets what the watermark has left behind: what the operator is compared
/// with.</summary>
internal sealed class NaiveJoin(IntervalBounds bounds)
{
    private readonly List<(Item Item, long TimestampMs, bool IsLeft)> _records = [];
    private long _watermark = long.MinValue;

    public List<Pair> Pairs { get; } = [];

    public List<Item> Late { get; } = [];

    public void Process(Item item, long timestampMs, bool isLeft)
    {
        if (timestampMs < _watermark)
        {
            Late.Add(item);
            return;
        }

        foreach (var (other, otherMs, isOtherLeft) in _records)
        {
            if (isOtherLeft == isLeft || other.Key != item.Key)
                continue;

            var (left, right) = isLeft ? (timestampMs, otherMs) : (otherMs, timestampMs);
            if (right >= left + bounds.LowerMs && right <= left + bounds.UpperMs)
                Pairs.Add(isLeft ? new Pair(item.Key, item.Value, other.Value) : new Pair(item.Key, other.Value, item.Value));
        }

        _records.Add((item, timestampMs, isLeft));
    }

    public void Watermark(long watermarkMs)
    {
        _watermark = Math.Max(_watermark, watermarkMs);
        _records.RemoveAll(record => _watermark > record.TimestampMs + Math.Max(0, record.IsLeft ? bounds.UpperMs : -bounds.LowerMs));
    }

    public void Restore() => _watermark = long.MinValue;
}
