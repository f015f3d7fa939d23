namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Sources;

/// <summary>The source of all jobs: events by number, and a watermark behind the event whenever the largest timestamp has grown.</summary>
internal static class EventSource
{
    /// <summary>A new source: with P subtasks, subtask s makes the events whose numbers modulo P are s.</summary>
    public static GeneratorSource<Event> Of(JobCase run, RunMeter meter) => Make<Event, Plain>(run, meter);

    /// <summary>A new source of events that are on a side by the parity of their numbers.</summary>
    public static GeneratorSource<Side> SidesOf(JobCase run, RunMeter meter) => Make<Side, Sided>(run, meter);

    private static GeneratorSource<T> Make<T, TShape>(JobCase run, RunMeter meter)
        where TShape : struct, IShape<T>
    {
        if (run.Events % run.Parallelism != 0)
            throw new ArgumentException($"{run.Events} events cannot be dealt out evenly to {run.Parallelism} subtasks.", nameof(run));

        var share = run.Events / run.Parallelism;
        var makers = new Maker<T, TShape>[run.Parallelism];
        for (var i = 0; i < makers.Length; i++)
            makers[i] = new Maker<T, TShape>(new Generator(run.Keys), i, run.Parallelism);
        return new GeneratorSource<T>(run.Events, (first, count, batch) =>
        {
            var subtask = (int)(first / share);
            var made = first - (subtask * share);
            meter.OnBatch(subtask, made);
            makers[subtask].Fill(made, (int)Math.Min(count, share - made), batch);
        });
    }

    /// <summary>Makes a record of an event.</summary>
    private interface IShape<out T>
    {
        static abstract T Of(Event e, long number);
    }

    private readonly struct Plain : IShape<Event>
    {
        public static Event Of(Event e, long number) => e;
    }

    private readonly struct Sided : IShape<Side>
    {
        public static Side Of(Event e, long number) => new(e, (number & 1) == 0);
    }

    private sealed class Maker<T, TShape>(Generator generator, int subtask, int parallelism)
        where TShape : struct, IShape<T>
    {
        private long _maxTimestampMs = long.MinValue;

        public void Fill(long first, int count, SourceBatch<T> batch)
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
                values[i].Value = TShape.Of(e, number);
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
