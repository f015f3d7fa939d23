namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Sinks;
using Akka.Flink.Operators;

/// <summary>Adds up result rows, each subtask its own.</summary>
internal sealed class ChecksumSink : ISink<Row>
{
    private readonly List<Writer> _writers = [];

    /// <summary>What was added up.</summary>
    public Outcome Outcome => _writers.Aggregate(
        default(Outcome), (sum, writer) => new Outcome(sum.Checksum + writer.Checksum, sum.Results + writer.Results));

    public ISinkWriter<Row> CreateWriter(ISinkContext context)
    {
        var writer = new Writer();
        lock (_writers)
            _writers.Add(writer);
        return writer;
    }

    private sealed class Writer : ISinkWriter<Row>
    {
        public ulong Checksum { get; private set; }

        public long Results { get; private set; }

        public void Write(Row value, long timestampMs)
        {
            Checksum += Generator.Row(value.A, value.B, value.C, value.D);
            Results++;
        }

        public int WriteBatch(RecordBatch<Row> batch, int from)
        {
            ulong checksum = 0;
            foreach (ref readonly var cell in batch.Values.AsSpan(from, batch.Count - from))
                checksum += Generator.Row(cell.Value.A, cell.Value.B, cell.Value.C, cell.Value.D);
            Checksum += checksum;
            Results += batch.Count - from;
            return batch.Count;
        }

        public void Flush(bool endOfInput)
        {
        }
    }
}
