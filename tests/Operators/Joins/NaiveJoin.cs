namespace Akka.Flink.Operators.Tests.Joins;

using Akka.Flink.Operators.Tests.Windowing;

/// <summary>An interval join that forgets nothing and looks at everything: what the operator is compared with.</summary>
internal sealed class NaiveJoin(IntervalBounds bounds)
{
    private readonly List<(Item Item, long TimestampMs, bool IsLeft)> _records = [];
    private long _watermark = long.MinValue;
    private long _highest = long.MinValue;

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
            if (isOtherLeft == isLeft || other.Key != item.Key || HasLeft(otherMs, isOtherLeft))
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
        _highest = Math.Max(_highest, _watermark);
    }

    public void Restore() => _watermark = long.MinValue;

    private bool HasLeft(long timestampMs, bool isLeft) => _highest > timestampMs + (isLeft ? bounds.UpperMs : -bounds.LowerMs);
}
