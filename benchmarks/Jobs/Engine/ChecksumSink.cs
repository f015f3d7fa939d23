namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Operators;
using Akka.Flink.Sinks;

/// <summary>Adds up result rows, each subtask its own.</summary>
/// <param name="kind">What the checksum is made of. Every row is hashed all the same: the loop does that, too.</param>
/// <param name="meter">Told when the last row has come.</param>
internal sealed class ChecksumSink(ChecksumKind kind, RunMeter meter) : ISink<Row>
{
    private readonly List<Writer> _writers = [];

    /// <summary>What was added up.</summary>
    public Outcome Outcome
    {
        get
        {
            var rows = _writers.Aggregate(default(Sums), (sum, writer) => sum + writer.Sums);
            return kind switch
            {
                ChecksumKind.FinalRows => new Outcome(rows.FinalChecksum, rows.Finals),
                ChecksumKind.Counts => new Outcome((ulong)rows.Counted, rows.Counted),
                _ => new Outcome(rows.Checksum, rows.Results),
            };
        }
    }

    public ISinkWriter<Row> CreateWriter(ISinkContext context)
    {
        var writer = new Writer(kind, meter);
        lock (_writers)
            _writers.Add(writer);
        return writer;
    }

    private readonly record struct Sums(ulong Checksum, long Results, ulong FinalChecksum, long Finals, long Counted)
    {
        public static Sums operator +(Sums left, Sums right) => new(
            left.Checksum + right.Checksum,
            left.Results + right.Results,
            left.FinalChecksum + right.FinalChecksum,
            left.Finals + right.Finals,
            left.Counted + right.Counted);
    }

    private sealed class Writer(ChecksumKind kind, RunMeter meter) : ISinkWriter<Row>
    {
        private ulong _checksum;
        private long _results;
        private ulong _finalChecksum;
        private long _finals;
        private long _counted;

        public Sums Sums => new(_checksum, _results, _finalChecksum, _finals, _counted);

        public void Write(Row value, long timestampMs) => AddEach([new Cell<Row> { Value = value }]);

        public int WriteBatch(RecordBatch<Row> batch, int from)
        {
            var cells = batch.Values.AsSpan(from, batch.Count - from);
            if (kind == ChecksumKind.AllRows)
                AddAll(cells);
            else
                AddEach(cells);
            return batch.Count;
        }

        public void Flush(bool endOfInput)
        {
            if (endOfInput)
                meter.OnEnd();
        }

        private void AddAll(ReadOnlySpan<Cell<Row>> cells)
        {
            ulong checksum = 0;
            foreach (ref readonly var cell in cells)
                checksum += Generator.Row(cell.Value.A, cell.Value.B, cell.Value.C, cell.Value.D);
            _checksum += checksum;
            _results += cells.Length;
        }

        private void AddEach(ReadOnlySpan<Cell<Row>> cells)
        {
            var (checksum, finalChecksum, finals, counted) = (0UL, 0UL, 0L, 0L);
            foreach (ref readonly var cell in cells)
            {
                var hash = Generator.Row(cell.Value.A, cell.Value.B, cell.Value.C, cell.Value.D);
                checksum += hash;
                counted += cell.Value.B;
                if (cell.Value.D != RunningSums.IsFinal)
                    continue;

                finalChecksum += hash;
                finals++;
            }

            _checksum += checksum;
            _results += cells.Length;
            _finalChecksum += finalChecksum;
            _finals += finals;
            _counted += counted;
        }
    }
}
