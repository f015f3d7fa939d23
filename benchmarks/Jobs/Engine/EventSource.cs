namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Sources;

/// <summary>The source of all jobs: events by number, and a watermark behind the event whenever the largest timestamp has grown.</summary>
internal static class EventSource
{
    /// <summary>A new source.</summary>
    public static GeneratorSource<Event> Of(long events, long keys, AllocationMeter meter)
    {
        var generator = new Generator(keys);
        var maxTimestampMs = long.MinValue;
        return new GeneratorSource<Event>(events, Fill);

        void Fill(long first, int count, SourceBatch<Event> batch)
        {
            meter.OnBatch(first);
            var make = generator;
            var max = maxTimestampMs;
            var values = batch.Records.Values.AsSpan(0, count);
            var timestamps = batch.Records.Timestamps.AsSpan(0, count);
            for (var i = 0; i < values.Length && i < timestamps.Length; i++)
            {
                var e = make.At(first + i);
                values[i].Value = e;
                timestamps[i] = e.TimestampMs;
                if (e.TimestampMs <= max)
                    continue;

                maxTimestampMs = e.TimestampMs;
                batch.WatermarkMs = e.TimestampMs - Generator.WatermarkLagMs;
                batch.Records.Count = i + 1;
                return;
            }

            batch.Records.Count = count;
        }
    }

    /// <summary>A new source of events that are on a side by the parity of their numbers.</summary>
    public static GeneratorSource<Side> SidesOf(long events, long keys, AllocationMeter meter)
    {
        var generator = new Generator(keys);
        var maxTimestampMs = long.MinValue;
        return new GeneratorSource<Side>(events, Fill);

        void Fill(long first, int count, SourceBatch<Side> batch)
        {
            meter.OnBatch(first);
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
}
