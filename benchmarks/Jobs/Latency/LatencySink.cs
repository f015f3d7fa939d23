namespace Akka.Flink.Jobs.Latency;

using Akka.Flink.Jobs.Engine;
using Akka.Flink.Measuring;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;

/// <summary>Notes how late results are, one subtask. <see cref="Row.D"/> is when a result was due; 0 for one that does not count.</summary>
/// <param name="series">Where it notes that.</param>
/// <param name="onFirst">Called once, with the first result.</param>
internal sealed class LatencySink(LatencySeries series, Action onFirst) : ISink<Row>
{
    public ISinkWriter<Row> CreateWriter(ISinkContext context) => new Writer(series, onFirst);

    private sealed class Writer(LatencySeries series, Action onFirst) : ISinkWriter<Row>
    {
        private bool _hasAny;

        public void Write(Row value, long timestampMs) => Note(WallClock.NowUs(), [new Cell<Row> { Value = value }]);

        public int WriteBatch(RecordBatch<Row> batch, int from)
        {
            Note(WallClock.NowUs(), batch.Values.AsSpan(from, batch.Count - from));
            return batch.Count;
        }

        public void Flush(bool endOfInput)
        {
        }

        private void Note(long nowUs, ReadOnlySpan<Cell<Row>> cells)
        {
            if (!_hasAny)
            {
                _hasAny = true;
                onFirst();
            }

            foreach (ref readonly var cell in cells)
            {
                if (cell.Value.D > 0)
                    series.Add(nowUs, nowUs - cell.Value.D);
            }
        }
    }
}
