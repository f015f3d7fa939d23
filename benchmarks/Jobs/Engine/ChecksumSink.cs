namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Sinks;
using Akka.Flink.Operators;

/// <summary>Adds up result rows.</summary>
internal sealed class ChecksumSink : ISink<Row>
{
    private ulong _checksum;
    private long _results;

    /// <summary>What was added up so far.</summary>
    public Outcome Outcome => new(_checksum, _results);

    public ISinkWriter<Row> CreateWriter(ISinkContext context) => new Writer(this);

    private sealed class Writer(ChecksumSink sink) : ISinkWriter<Row>
    {
        public void Write(Row value, long timestampMs)
        {
            sink._checksum += Generator.Row(value.A, value.B, value.C, value.D);
            sink._results++;
        }

        public int WriteBatch(RecordBatch<Row> batch, int from)
        {
            ulong checksum = 0;
            foreach (ref readonly var cell in batch.Values.AsSpan(from, batch.Count - from))
                checksum += Generator.Row(cell.Value.A, cell.Value.B, cell.Value.C, cell.Value.D);
            sink._checksum += checksum;
            sink._results += batch.Count - from;
            return batch.Count;
        }

        public void Flush(bool endOfInput)
        {
        }
    }
}
