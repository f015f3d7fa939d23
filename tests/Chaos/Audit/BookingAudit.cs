namespace Akka.Flink.Chaos.Tests.Audit;

using Akka.Flink.Chaos.Tests.Ledger;

/// <summary>Checks bookings of one sink: each side of each transfer once, with its account and amount, and each account's bookings one
/// after another, each with the balance that follows from the one before.</summary>
/// <param name="sequence">The transfers that there were.</param>
/// <remarks>The bookings of an account come in the order in which they were booked.</remarks>
internal sealed class BookingAudit(TransferSequence sequence)
{
    private readonly Bitmap _debits = new();
    private readonly Bitmap _credits = new();
    private readonly long[] _numbers = new long[TransferSequence.Accounts];
    private readonly long[] _balances = new long[TransferSequence.Accounts];

    public Findings Findings { get; } = new();

    /// <summary>How many sides of transfers are there.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">Where it was found.</param>
    public void Take(BookingRow row, string place)
    {
        if (row.Transfer < 0 || row.Transfer >= sequence.Count || row.Account is < 0 or >= TransferSequence.Accounts || !IsSide(row))
        {
            Findings.IsWrong($"{row} at {place} is no side of a transfer");
            return;
        }

        if (!(row.Amount < 0 ? _debits : _credits).Add(row.Transfer))
            Findings.IsDuplicated($"{row} at {place}");
        else
            Count++;
        Follow(row, place);
    }

    /// <summary>How many sides of transfers are missing, and the first of them.</summary>
    public (long Count, string First) Missing()
    {
        var (count, first) = (0L, "");
        for (var id = 0L; id < sequence.Count; id++)
        {
            if (!_debits.Contains(id))
                Miss(id, "debit");
            if (!_credits.Contains(id))
                Miss(id, "credit");
        }

        return (count, first);

        void Miss(long id, string side)
        {
            if (count++ == 0)
                first = $"{side} of transfer {id}";
        }
    }

    /// <summary>How many accounts do not have the balance that they must have, and what all balances add up to.</summary>
    public (int Wrong, long Sum) CompareBalances()
    {
        var expected = sequence.Balances();
        return (expected.Where((balance, account) => balance != _balances[account]).Count(), _balances.Sum());
    }

    private bool IsSide(BookingRow row)
    {
        var (from, to, amount) = sequence[row.Transfer];
        return row.Amount == amount ? row.Account == to : row.Amount == -amount && row.Account == from;
    }

    private void Follow(BookingRow row, string place)
    {
        var (number, balance) = (_numbers[row.Account] + 1, _balances[row.Account] + row.Amount);
        if (row.Number != number || row.Balance != balance)
            Findings.IsWrong($"{row} at {place} does not follow booking {number - 1} with balance {balance - row.Amount}");
        (_numbers[row.Account], _balances[row.Account]) = (row.Number, row.Balance);
    }
}
