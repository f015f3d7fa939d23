namespace Akka.Flink.Chaos.Tests.Audit;

using Akka.Flink.Chaos.Tests.Ledger;

/// <summary>Checks statements: one for each account and period with bookings, with what the transfers of the period add up to.</summary>
/// <param name="sequence">The transfers that there were.</param>
internal sealed class StatementAudit(TransferSequence sequence)
{
    private const int MostModels = 64;

    private readonly Bitmap _seen = new();
    private readonly Dictionary<long, (long[] Bookings, long[] Turnover)> _models = [];
    private readonly Queue<long> _oldest = new();
    private readonly (long Period, long Open)[] _last = new (long, long)[TransferSequence.Accounts];

    public Findings Findings { get; } = new();

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">Where it was found.</param>
    public void Take(StatementRow row, string place)
    {
        var period = sequence.PeriodAt(row.Period);
        var (bookings, turnover) = ModelOf(period);
        if (bookings[row.Account] != row.Bookings || turnover[row.Account] != row.Turnover)
            Findings.IsWrong($"{row} at {place}: there were {bookings[row.Account]} bookings over {turnover[row.Account]}");
        if (!_seen.Add((period * TransferSequence.Accounts) + row.Account))
            Findings.IsDuplicated($"{row} at {place}");
        else
            Count++;
        if (row.Period >= _last[row.Account].Period)
            _last[row.Account] = (row.Period, row.Open);
    }

    /// <summary>How many there must be.</summary>
    public long Expected()
    {
        var expected = 0L;
        for (var period = 0L; period * TransferSequence.EachPeriod < sequence.Count; period++)
            expected += Compute(period).Bookings.Count(each => each > 0);
        return expected;
    }

    /// <summary>How many accounts still have periods in state after their last statement.</summary>
    public int Uncleared() => _last.Count(each => each.Open > 0);

    private (long[] Bookings, long[] Turnover) ModelOf(long period)
    {
        if (_models.TryGetValue(period, out var model))
            return model;

        if (_models.Count == MostModels)
            _models.Remove(_oldest.Dequeue());
        _oldest.Enqueue(period);
        return _models[period] = Compute(period);
    }

    private (long[] Bookings, long[] Turnover) Compute(long period)
    {
        var (bookings, turnover) = (new long[TransferSequence.Accounts], new long[TransferSequence.Accounts]);
        var end = Math.Min((period + 1) * TransferSequence.EachPeriod, sequence.Count);
        for (var id = period * TransferSequence.EachPeriod; id < end; id++)
        {
            var (from, to, amount) = sequence[id];
            bookings[from]++;
            bookings[to]++;
            turnover[from] -= amount;
            turnover[to] += amount;
        }

        return (bookings, turnover);
    }
}
