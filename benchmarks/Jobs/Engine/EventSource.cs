namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Sources;

/// <summary>The source of all jobs: events by number, and a watermark behind the event whenever the largest timestamp has grown.</summary>
internal static class EventSource
{
    /// <summary>A new source: with P subtasks, subtask s makes the events whose numbers modulo P are s.</summary>
    public static GeneratorSource<Event> Of(long events, long keys, int parallelism, AllocationMeter? meter)
    {
        if (events % parallelism != 0)
            throw new ArgumentException($"{events} events cannot be dealt out evenly to {parallelism} subtasks.", nameof(events));

        var generator = new Generator(keys);
        var share = events / parallelism;
        var makers = new Maker[parallelism];
        for (var i = 0; i < makers.Length; i++)
            makers[i] = new Maker(generator, i, parallelism);
        return new GeneratorSource<Event>(events, (first, count, batch) =>
        {
            meter?.OnBatch(first);
            var subtask = first / share;
            makers[subtask].Fill(first - (subtask * share), count, batch);
        });
    }

    /// <summary>A new source of events that are on a side by the parity of their numbers.</summary>
    public static GeneratorSource<Side> SidesOf(long events, long keys, AllocationMeter? meter)
    {
        var generator = new Generator(keys);
        var maxTimestampMs = long.MinValue;
        return new GeneratorSource<Side>(events, Fill);

        void Fill(long first, int count, SourceBatch<Side> batch)
        {
            meter?.OnBatch(first);
            var values = batch.Records.Values;
            var timestamps = batch.Records.Timestamps;
            for (var i = 0; i < count; i++)
            {
                var e = generator.At(first + i);
                values[i].Value = new Side(e, ((first + i) & 1) == 0);
                timestamps[i] = e.TimestampMs;
                if (e.TimestampMs <= maxTimestampMs)
                    continue;

                maxTimestampMs = e.TimestampMs;
                batch.WatermarkMs = e.TimestampMs - Generator.WatermarkLagMs;
                batch.Records.Count = i + 1;
                return;
            }

            batch.Records.Count = count;
        }
    }

    private sealed class Maker(Generator generator, int subtask, int parallelism)
    {
        private long _maxTimestampMs = long.MinValue;

        public void Fill(long first, int count, SourceBatch<Event> batch)
        {
            var make = generator;
            var max = _maxTimestampMs;
            long stride = parallelism;
            var number = (first * stride) + subtask;
            var values = batch.Records.Values.AsSpan(0, count);
            var timestamps = batch.Records.Timestamps.AsSpan(0, count);
            for (var i = 0; i < values.Length && i < timestamps.Length; i++, number += stride)
            {
                var e = make.At(number);
                values[i].Value = e;
                timestamps[i] = e.TimestampMs;
                if (e.TimestampMs <= max)
                    continue;

                _maxTimestampMs = e.TimestampMs;
                batch.WatermarkMs = e.TimestampMs - Generator.WatermarkLagMs;
                batch.Records.Count = i + 1;
                return;
            }

            batch.Records.Count = count;
        }
    }
}
