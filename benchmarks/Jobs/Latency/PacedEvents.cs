namespace Akka.Flink.Jobs.Latency;

using Akka.Flink.Measuring;
using Akka.Flink.Sources;

/// <summary>Makes events at a rate, each when it is due and not before, one subtask; before them, one for each key as fast as
/// possible.</summary>
/// <remarks>
/// <para>It is asked again and again and never waits: a timer's lateness would be measured as the engine's. What it makes late, because the
/// engine did not ask, is still due when it was due.</para>
/// <para><b>Time.</b> The timestamp is the millisecond in which an event is due. Behind the first event of a millisecond comes the
/// watermark of the one before: nothing is out of order.</para>
/// </remarks>
/// <param name="keys">How many keys.</param>
/// <param name="rate">Events for each second.</param>
/// <param name="loaded">How many events come first that are not paced: number n has key n.</param>
/// <param name="began">Called once, with the time, when the first paced event is due.</param>
internal sealed class PacedEvents(long keys, long rate, long loaded, Action<long> began)
{
    private readonly Generator _generator = new(keys);
    private readonly double _usOfEvent = 1e6 / rate;
    private long _anchorUs;
    private long _anchorNumber = -1;
    private long _lastMs;

    /// <summary>The source.</summary>
    /// <param name="count">How many events there are, those that are not paced among them.</param>
    public GeneratorSource<PacedEvent> Source(long count) => new(count, Fill);

    private void Fill(long first, int count, SourceBatch<PacedEvent> batch)
    {
        if (first < loaded)
            FillAtOnce(first, (int)Math.Min(count, loaded - first), batch);
        else
            FillPaced(first, count, batch);
    }

    private void FillAtOnce(long first, int count, SourceBatch<PacedEvent> batch)
    {
        for (var i = 0; i < count; i++)
            batch.Add(new PacedEvent(first + i, 1, 0), 0);
    }

    private void FillPaced(long first, int count, SourceBatch<PacedEvent> batch)
    {
        var nowUs = WallClock.NowUs();
        if (_anchorNumber < 0)
        {
            (_anchorNumber, _anchorUs) = (first, nowUs);
            began(nowUs);
        }

        for (var i = 0; i < count; i++)
        {
            var number = first + i;
            var dueUs = _anchorUs + (long)((number - _anchorNumber) * _usOfEvent);
            if (dueUs > nowUs)
                return;

            var e = _generator.At(number);
            var dueMs = dueUs / 1000;
            batch.Add(new PacedEvent(e.Key, e.Value, dueUs), dueMs);
            if (dueMs <= _lastMs)
                continue;

            _lastMs = dueMs;
            batch.WatermarkMs = dueMs - 1;
            return;
        }
    }
}
